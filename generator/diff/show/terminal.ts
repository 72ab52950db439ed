import type { Colors } from "../../diagnostics/colors.ts";
import { printable } from "../../diagnostics/printable.ts";
import type { Change } from "../change.ts";
import type { Severity } from "../severity.ts";
import type { Diff } from "../diff.ts";
import { type Bump, reasonLines } from "../verdict.ts";
import { firstOf, type Group, groupChanges, kindOf, placeText, tally } from "./summary.ts";

/** The diff for a terminal: the verdict with its reasons, then every change by what it is about, with its places. */
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
    ...groupChanges(changes).flatMap((group) => formatGroup(group, colors)),
  ];
  return `${lines.join("\n")}\n`;
}

function formatGroup({ subject, reaches, changes }: Group, colors: Colors): readonly string[] {
  const where = reaches.length === 0 ? "" : colors.dim(`, in ${firstOf(reaches, printable)}`);
  const lines = changes.map((change) => formatChange(change, colors));
  return ["", `${printable(subject)}${where}`, ...lines];
}

function formatChange(change: Change, colors: Colors): string {
  const { id, severity, text } = change;
  const places = printable(`${placeText(change.old)} -> ${placeText(change.new)}`);
  const facts = colors.dim(`${places}  ${kindOf(change)}, ${id}`);
  return `  ${paintSeverity(severity, colors)} ${text}\n    ${facts}`;
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
