import type { Diagnostic, Severity } from "../diagnostics.ts";
import { groupBy } from "../group-by.ts";
import type { Colors } from "./colors.ts";
import { formatDiagnostic, positionOf } from "./format.ts";
import { printable } from "./printable.ts";

const order: readonly Severity[] = ["error", "warning", "info"];

/** How many diagnostics of one code, and how many places of one note, a terminal gets to see; `--json` gives all. */
const SHOWN_PER_CODE = 5;

/** Errors first, then warnings, then notes; within those in the order in which the stages met them. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return order.flatMap((severity) => diagnostics.filter((one) => one.severity === severity));
}

/** All diagnostics for a terminal, an empty line between them, codes that repeat cut short; notes one line each. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], colors: Colors): string {
  const problems = sortDiagnostics(diagnostics).filter((one) => !isNote(one));
  const blocks = byCode(problems).flatMap((same) => formatSame(same, colors));
  const notes = byCode(diagnostics.filter(isNote)).flatMap((same) => formatNotes(same, colors));
  if (notes.length > 0) blocks.push(notes.join("\n"));
  return blocks.map((block) => `${block}\n`).join("\n");
}

function isNote({ severity }: Diagnostic): boolean {
  return severity === "info";
}

function formatSame(same: readonly Diagnostic[], colors: Colors): readonly string[] {
  const shown = same.slice(0, SHOWN_PER_CODE).map((one) => formatDiagnostic(one, colors));
  return same.length > SHOWN_PER_CODE ? [...shown, andMore(same, shown.length, colors)] : shown;
}

/** Notes that say the same are one, with the places of the others behind it. */
function formatNotes(same: readonly Diagnostic[], colors: Colors): readonly string[] {
  const groups = [...groupBy(same, ({ message }) => message).values()];
  const lines = groups
    .slice(0, SHOWN_PER_CODE)
    .flatMap(([first, ...others]) => [
      ...(first === undefined ? [] : [formatDiagnostic(first, colors)]),
      ...(others.length === 0 ? [] : [colors.dim(`  also at ${placesOf(others, first)}`)]),
    ]);
  const count = groups.slice(0, SHOWN_PER_CODE).flat().length;
  return count < same.length ? [...lines, andMore(same, count, colors)] : lines;
}

/** `12:3, 40:5, shared.yaml:7:1 and 9 other places`. */
function placesOf(others: readonly Diagnostic[], first: Diagnostic | undefined): string {
  const places = others.slice(0, SHOWN_PER_CODE).flatMap((one) => {
    const position = positionOf(one);
    if (one.at === undefined || position === undefined) return [];
    const { name } = one.at.source;
    const file = name === first?.at?.source.name ? "" : `${printable(name)}:`;
    return [`${file}${position.line}:${position.column}`];
  });
  const rest = Math.max(0, others.length - SHOWN_PER_CODE);
  return rest === 0
    ? places.join(", ")
    : `${places.join(", ")} and ${rest} other ${rest === 1 ? "place" : "places"}`;
}

function andMore([first, ...others]: readonly Diagnostic[], shown: number, colors: Colors): string {
  return colors.dim(`and ${others.length + 1 - shown} more ${first?.code} (all with --json)`);
}

/** Codes in the order of their first diagnostic. */
function byCode(diagnostics: readonly Diagnostic[]): readonly (readonly Diagnostic[])[] {
  return [...groupBy(diagnostics, ({ code }) => code).values()];
}
