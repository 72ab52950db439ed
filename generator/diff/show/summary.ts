import { type Change, type Severity, severities } from "../change.ts";

/** `2 breaking, 1 compatible`; "nothing" without changes. */
export function tally(changes: readonly Change[]): string {
  const counts = severities
    .map((severity) => [count(changes, severity), severity] as const)
    .filter(([number]) => number > 0);
  return counts.length === 0
    ? "nothing"
    : counts.map(([number, severity]) => `${number} ${severity}`).join(", ");
}

function count(changes: readonly Change[], severity: Severity): number {
  return changes.filter((change) => change.severity === severity).length;
}

/** Worst first, else in the order in which they were found. */
export function sortChanges(changes: readonly Change[]): readonly Change[] {
  return changes.toSorted(
    (one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity),
  );
}

/** `spec/v2.json:12:3`. */
export function placeText({ source, pointer }: Change["old"]): string {
  const { line, column } = source.locate(pointer);
  return `${source.name}:${line}:${column}`;
}
