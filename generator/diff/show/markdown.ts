import { printable } from "../../diagnostics/printable.ts";
import { type Change, severities, type Severity } from "../change.ts";
import type { Diff } from "../diff.ts";
import { code } from "../names.ts";
import { reasonLines } from "../verdict.ts";
import { placeText } from "./summary.ts";

/** The diff for a pull request. Text of the documents stands between backticks only. */
export function formatMarkdown({ old, new: newer, changes, verdict, unseen }: Diff): string {
  const blocks = [
    `## ${code(old.name)} → ${code(newer.name)}`,
    unseen === undefined
      ? `Package: **${verdict.package}**, wire: **${verdict.wire}**.`
      : `Package: **${verdict.package}**; the wire was not compared: ${printable(unseen)}.`,
    reasonLines(verdict.reasons)
      .map(({ bump, subject, text }) => `- **${bump}** ${code(subject)}: ${text}`)
      .join("\n"),
    ...severities.map((severity) => section(severity, changes)),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function section(severity: Severity, changes: readonly Change[]): string {
  const own = changes.filter((change) => change.severity === severity);
  if (own.length === 0) return "";
  const summary = `<details><summary>On the wire: ${severity} (${own.length})</summary>`;
  return `${summary}\n\n${own.map(item).join("\n")}\n\n</details>`;
}

function item(change: Change): string {
  const { rule, direction, subject, text } = change;
  const kind = direction === "both" ? rule : `${rule}, ${direction}`;
  const places = [change.old, change.new].map((place) => code(printable(placeText(place))));
  return `- ${code(subject)}: ${text} (${kind})<br>${places.join(" → ")}`;
}
