import { catalogue } from "./diagnostics/catalogue.ts";
import type { Entry, ExitCode, Severity } from "./diagnostics/entry.ts";
import type { Source } from "./source.ts";

export type { ExitCode, Severity };

/** A value inside a source. Line and column are computed only when somebody prints it. */
export interface Place {
  readonly source: Source;
  /** JSON pointer of the value (RFC 6901), `""` for the whole document. */
  readonly pointer: string;
}

/**
 * A problem in what the user gave us, as data: a stable code, one sentence, a place, one line of help. Broken promises
 * of our own are exceptions instead.
 */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** One sentence that names the thing; already free of control characters when printed. */
  readonly message: string;
  /** What to do about it, one line. */
  readonly help: string;
  readonly at: Place | undefined;
}

export type DiagnosticCode = keyof typeof catalogue;

/** What the sentence of a code is about: `{ ref }` for `unresolved-ref`. */
export type About<C extends DiagnosticCode> = Parameters<(typeof catalogue)[C]["message"]>[0];

/** Collects what the stages find. The only mutable thing they share. */
export class Diagnostics {
  readonly list: Diagnostic[] = [];

  readonly #known = new Set<string>();

  /** Notes a problem, once a place: shared parts of a document are read as often as they are used. */
  report<C extends DiagnosticCode>(code: C, at: Place | undefined, about: About<C>): void {
    const diagnostic = diagnose(code, at, about);
    const key = `${code} ${at?.source.name ?? ""} ${at?.pointer ?? ""} ${diagnostic.message}`;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.list.push(diagnostic);
  }

  get hasErrors(): boolean {
    return this.list.some((diagnostic) => diagnostic.severity === "error");
  }
}

/** Makes one diagnostic from its catalogue row. */
export function diagnose<C extends DiagnosticCode>(
  code: C,
  at: Place | undefined,
  about: About<C>,
): Diagnostic {
  const row = catalogue[code] as Entry<About<C>>;
  const place = at?.source.origin?.(at.pointer) ?? at;
  return {
    code,
    severity: row.severity,
    message: row.message(about),
    help: row.help(about),
    at: place,
  };
}

/** Ends a command: the work can not go on, for the reasons in `diagnostics`. Printed, never shown as a stack trace. */
export class Failure extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((diagnostic) => diagnostic.message).join("\n"));
    this.name = "Failure";
    this.diagnostics = diagnostics;
  }
}

/** Ends the command with one diagnostic. */
export function fail<C extends DiagnosticCode>(
  code: C,
  at: Place | undefined,
  about: About<C>,
): never {
  throw new Failure([diagnose(code, at, about)]);
}

/** Whether it makes the command fail. */
export function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === "error";
}

/** The exit code of a command that met these: that of the first error, 0 without any. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  const first = diagnostics.find(isError);
  if (first === undefined) return 0;
  const row: { readonly exit?: ExitCode } = catalogue[first.code];
  return row.exit ?? 4;
}
