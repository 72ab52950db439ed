export type Severity = "error" | "warning" | "info";

/** Exit codes of the command line (docs/cli.md). */
export type ExitCode = 0 | 1 | 2 | 4 | 5;

/** A row of the catalogue: what a problem is called in all of its occurrences. */
export interface Entry<A> {
  readonly severity: Severity;
  /** The exit code that an error of this kind causes. Default 4: the document has errors. */
  readonly exit?: ExitCode;
  readonly message: (about: A) => string;
  readonly help: (about: A) => string;
}

/** Rows are written with this, so that each is checked by itself. */
export function entry<A = Record<string, never>>(row: Entry<A>): Entry<A> {
  return row;
}
