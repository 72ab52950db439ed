import type { Source } from "./source.ts";

/**
 * Problems in what the user gave us. A diagnostic is data: a stable code, one sentence, a place, one line of help.
 * Broken promises of our own are exceptions instead.
 */

export type Severity = "error" | "warning" | "info";

/** A value inside a source. Line and column are computed only when somebody prints it. */
export interface Place {
  readonly source: Source;
  /** JSON pointer of the value (RFC 6901), `""` for the whole document. */
  readonly pointer: string;
}

export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** One sentence that names the thing; already free of control characters when printed. */
  readonly message: string;
  /** What to do about it, one line. */
  readonly help: string;
  readonly at: Place | undefined;
}

/** Exit codes of the command line (docs/cli.md). */
export type ExitCode = 0 | 1 | 2 | 4 | 5;

interface Entry<A> {
  readonly severity: Severity;
  /** The exit code that an error of this kind causes. Default 4: the document has errors. */
  readonly exit?: ExitCode;
  readonly message: (about: A) => string;
  readonly help: (about: A) => string;
}

function entry<A = Record<string, never>>(row: Entry<A>): Entry<A> {
  return row;
}

/** The catalogue: one row a code, explained for users in docs/diagnostics.md. */
export const catalogue = {
  "unresolved-ref": entry<{ ref: string; suggestion?: string | undefined }>({
    severity: "error",
    message: ({ ref }) => `The reference "${ref}" leads nowhere, so its place is typed as unknown.`,
    help: ({ suggestion }) =>
      suggestion === undefined
        ? "Correct the reference, or add what it names."
        : `Did you mean "${suggestion}"?`,
  }),
};

export type DiagnosticCode = keyof typeof catalogue;
export type About<C extends DiagnosticCode> = Parameters<(typeof catalogue)[C]["message"]>[0];

/** Collects what the stages find. The only mutable thing they share. */
export class Diagnostics {
  readonly list: Diagnostic[] = [];

  report<C extends DiagnosticCode>(code: C, at: Place | undefined, about: About<C>): void {
    this.list.push(diagnose(code, at, about));
  }

  get hasErrors(): boolean {
    return this.list.some((diagnostic) => diagnostic.severity === "error");
  }
}

/** Makes one diagnostic from its catalogue row. */
export function diagnose<C extends DiagnosticCode>(code: C, at: Place | undefined, about: About<C>): Diagnostic {
  const row = catalogue[code] as Entry<About<C>>;
  return { code, severity: row.severity, message: row.message(about), help: row.help(about), at };
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
export function fail<C extends DiagnosticCode>(code: C, at: Place | undefined, about: About<C>): never {
  throw new Failure([diagnose(code, at, about)]);
}
