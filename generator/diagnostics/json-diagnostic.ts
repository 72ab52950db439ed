import type { Diagnostic, Severity } from "../diagnostics.ts";
import { sortDiagnostics } from "./format-list.ts";
import { positionOf } from "./format.ts";

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

/** All diagnostics for `--json`, in the order in which a terminal shows them. */
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
