import type { Colors } from "../../diagnostics/colors.ts";
import { printable } from "../../diagnostics/printable.ts";
import type { Change, Severity } from "../change.ts";
import type { Diff } from "../diff.ts";
import { type Bump, reasonLines } from "../verdict.ts";
import { placeText, sortChanges, tally } from "./summary.ts";

/** The diff for a terminal: the verdict with its reasons, then every change with its places. */
export function formatDiff(
  { old, new: newer, changes, verdict, unseen }: Diff,
  colors: Colors,
): string {
  const lines = [
    `${printable(old.name)} -> ${printable(newer.name)}`,
    `package: ${paintBump(verdict.package, colors)}   wire: ${unseen === undefined ? paintBump(verdict.wire, colors) : "not compared"}`,
    ...reasonLines(verdict.reasons).map(
      ({ bump, subject, text }) =>
        `  ${paintBump(bump, colors)} \`${printable(subject)}\`: ${text}`,
    ),
    "",
    unseen === undefined
      ? `On the wire: ${tally(changes)}.`
      : `The wire was not compared: ${printable(unseen)}.`,
    ...sortChanges(changes).map((change) => formatChange(change, colors)),
  ];
  return `${lines.join("\n")}\n`;
}

function formatChange(change: Change, colors: Colors): string {
  const { severity, rule, direction, subject, text } = change;
  const kind = colors.dim(direction === "both" ? rule : `${rule} (${direction})`);
  const head = `${paintSeverity(severity, colors)} ${kind} \`${printable(subject)}\`: ${text}`;
  return `${head}\n  ${colors.dim(printable(`${placeText(change.old)} -> ${placeText(change.new)}`))}`;
}

function paintBump(bump: Bump, colors: Colors): string {
  switch (bump) {
    case "major":
      return colors.red(bump);
    case "minor":
      return colors.yellow(bump);
    case "patch":
      return colors.blue(bump);
    case "none":
      return colors.green(bump);
  }
}

function paintSeverity(severity: Severity, colors: Colors): string {
  switch (severity) {
    case "breaking":
      return colors.red(severity);
    case "possibly breaking":
      return colors.yellow(severity);
    case "compatible":
      return colors.green(severity);
    case "names only":
    case "documentation":
      return colors.blue(severity);
  }
}
