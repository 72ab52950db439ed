import { groupBy } from "../../group-by.ts";
import type { Change } from "../change.ts";
import { severities, type Severity } from "../severity.ts";

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

/** What changed about one function, type or event, or about the API. */
export interface Group {
  readonly subject: string;
  /** The functions that it reaches, where it is about something that several may share. */
  readonly reaches: readonly string[];
  /** Worst first. */
  readonly changes: readonly Change[];
}

/** Changes by what they are about, the group with the worst first. */
export function groupChanges(changes: readonly Change[]): readonly Group[] {
  const groups = groupBy(sortChanges(changes), ({ subject }) => subject);
  return [...groups].map(([subject, own]) => ({
    subject,
    reaches: reached(subject, own),
    changes: own,
  }));
}

function reached(subject: string, changes: readonly Change[]): readonly string[] {
  const names = new Set(changes.flatMap(({ operations }) => operations));
  return names.has(subject) ? [] : [...names];
}

/** Longer lists help nobody. */
const SHOWN_OPERATIONS = 8;

/** The first of some names, each as `show` writes it; the rest is counted. */
export function firstOf(names: readonly string[], show: (name: string) => string): string {
  const rest = names.length - SHOWN_OPERATIONS;
  const shown = names.slice(0, SHOWN_OPERATIONS).map(show);
  return (rest > 0 ? [...shown, `${rest} more`] : shown).join(", ");
}

/** `parameter-moved, request` */
export function kindOf({ rule, direction }: Change): string {
  return direction === "both" ? rule : `${rule}, ${direction}`;
}

/** `spec/v2.json:12:3`. */
export function placeText({ source, pointer }: Change["old"]): string {
  const { line, column } = source.locate(pointer);
  return `${source.name}:${line}:${column}`;
}
