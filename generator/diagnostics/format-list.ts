import type { Diagnostic, Severity } from "../diagnostics.ts";
import type { Colors } from "./colors.ts";
import { formatDiagnostic, positionOf } from "./format.ts";

const order: readonly Severity[] = ["error", "warning", "info"];

/** How many diagnostics of one code a terminal gets to see; `--json` gives all. */
const SHOWN_PER_CODE = 5;

/** Errors first, then warnings, then notes; within those in the order in which the stages met them. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return order.flatMap((severity) => diagnostics.filter((one) => one.severity === severity));
}

/** All diagnostics for a terminal, an empty line between them, codes that repeat cut short. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], colors: Colors): string {
  const counts = new Map<string, number>();
  for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
  const shown = new Map<string, number>();
  const blocks: string[] = [];
  for (const diagnostic of sortDiagnostics(diagnostics)) {
    const { code } = diagnostic;
    const already = shown.get(code) ?? 0;
    shown.set(code, already + 1);
    if (already < SHOWN_PER_CODE) blocks.push(formatDiagnostic(diagnostic, colors));
    if (already !== SHOWN_PER_CODE) continue;
    blocks.push(
      colors.dim(`and ${(counts.get(code) ?? 0) - SHOWN_PER_CODE} more ${code} (all with --json)`),
    );
  }
  return blocks.map((block) => `${block}\n`).join("\n");
}

/** A diagnostic in the words of `--json`. */
export interface JsonDiagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly file: string | undefined;
  /** JSON pointer of the value (RFC 6901). */
  readonly pointer: string | undefined;
  /** 1-based. */
  readonly line: number | undefined;
  /** 1-based, in UTF-16 code units. */
  readonly column: number | undefined;
}

export function jsonDiagnostics(diagnostics: readonly Diagnostic[]): readonly JsonDiagnostic[] {
  return sortDiagnostics(diagnostics).map((diagnostic) => {
    const { code, severity, message, help, at } = diagnostic;
    const position = positionOf(diagnostic);
    const place = {
      file: at?.source.name,
      pointer: at?.pointer,
      line: position?.line,
      column: position?.column,
    };
    return { code, severity, message, help, ...place };
  });
}
