import type { Diagnostic, Severity } from "../../diagnostics.ts";
import type { Position, Source } from "../../source.ts";

/** What is remembered of a run that found everything as it should be. */
export interface SettledRecord {
  /** A hash of all that decided the result. */
  readonly fingerprint: string;
  /** Absolute paths of the documents and pages that were read. */
  readonly inputs: readonly string[];
  /** Paths of the output's files, relative to its folder. */
  readonly files: readonly string[];
  readonly diagnostics: readonly RecordedDiagnostic[];
  readonly facts: RecordedFacts;
}

export interface RecordedFacts {
  readonly title: string;
  readonly operations: number;
  readonly types: number;
  readonly incomplete: boolean;
  readonly rewrites: readonly {
    readonly rule: string;
    readonly places: readonly (RecordedPlace | null)[];
  }[];
}

export interface RecordedDiagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly at: RecordedPlace | null;
}

/** A place whose position is known already, so that the document need not be parsed to print it. */
export interface RecordedPlace {
  readonly name: string;
  readonly url: string;
  readonly pointer: string;
  readonly position: Position;
}

/** A diagnostic as plain data. */
export function recordDiagnostic({
  code,
  severity,
  message,
  help,
  at,
}: Diagnostic): RecordedDiagnostic {
  return { code, severity, message, help, at: recordPlace(at) };
}

/** A place with its line and column, which need the document to be found. */
export function recordPlace(at: Diagnostic["at"]): RecordedPlace | null {
  if (at === undefined) return null;
  const { source, pointer } = at;
  return { name: source.name, url: source.url, pointer, position: source.locate(pointer) };
}

/** The diagnostic again; `textOf` gives the text of a source, which the code frame shows. */
export function recallDiagnostic(
  { at, ...diagnostic }: RecordedDiagnostic,
  textOf: (url: string) => string,
): Diagnostic {
  return { ...diagnostic, at: recallPlace(at, textOf) } as Diagnostic;
}

/** The place again, in a source that has its text and that position only. */
export function recallPlace(
  at: RecordedPlace | null,
  textOf: (url: string) => string,
): Diagnostic["at"] {
  if (at === null) return undefined;
  const { name, url, pointer, position } = at;
  const source: Source = {
    name,
    url,
    text: textOf(url),
    value: undefined,
    locate: () => position,
  };
  return { source, pointer };
}
