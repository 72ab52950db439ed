import type { Diagnostic, ExitCode, Severity } from "../diagnostics.ts";
import { formatDiagnostics } from "../diagnostics/format-list.ts";
import { jsonDiagnostics } from "../diagnostics/json-diagnostic.ts";
import { printable } from "../diagnostics/printable.ts";
import type { Generated } from "../index.ts";
import type { Terminal } from "./terminal.ts";

/** Prints diagnostics for people; `quiet` keeps the errors only. */
export function printDiagnostics(
  terminal: Terminal,
  diagnostics: readonly Diagnostic[],
  quiet: boolean,
): void {
  const shown = quiet ? diagnostics.filter(({ severity }) => severity === "error") : diagnostics;
  if (shown.length > 0) terminal.err(formatDiagnostics(shown, terminal.errColors));
}

/** The machine's report: one JSON object. Its diagnostics are all there, whatever a terminal would show. */
export interface JsonReport {
  readonly command: string;
  readonly exitCode: ExitCode;
  readonly diagnostics: readonly Diagnostic[];
  readonly [fact: string]: unknown;
}

/** A report with `--json`: its facts, and the diagnostics and places in the words of programs. */
export function printJson(
  terminal: Terminal,
  { diagnostics, rewrites, ...facts }: JsonReport,
): void {
  const places =
    rewrites === undefined
      ? {}
      : { rewrites: jsonRewrites(rewrites as Generated["report"]["rewrites"]) };
  const report = { ...facts, ...places, diagnostics: jsonDiagnostics(diagnostics) };
  terminal.out(`${JSON.stringify(report, null, 2)}\n`);
}

/** The facts of a generated SDK, one line each. */
export function summarize(
  { operations, types, rewrites }: Generated["report"],
  diagnostics: readonly Diagnostic[],
): string[] {
  const lines = [`${count(operations, "operation")}, ${count(types, "type")}`];
  const severities = (["error", "warning", "info"] as const).map((severity) =>
    tally(diagnostics, severity),
  );
  const found = severities.filter((text) => text !== undefined);
  lines.push(found.length === 0 ? "no diagnostics" : found.join(", "));
  for (const { rule, places } of rewrites)
    lines.push(`read by its meaning: ${printable(rule)} (${places.length}x)`);
  return lines;
}

function tally(diagnostics: readonly Diagnostic[], severity: Severity): string | undefined {
  const found = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  if (found === 0) return undefined;
  return count(found, severity === "info" ? "note" : severity);
}

/** `1 type`, `2 types`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function jsonRewrites(rewrites: Generated["report"]["rewrites"]): unknown {
  return rewrites.map(({ rule, places }) => ({
    rule,
    places: places.map((at) => {
      const position = at?.source.locate(at.pointer);
      return { file: at?.source.name, pointer: at?.pointer, ...position };
    }),
  }));
}
