import type { ExitCode } from "../diagnostics.ts";
import type { Terminal } from "./terminal.ts";

/** The exit code of a fault of Deckhand's own: EX_SOFTWARE of sysexits.h. */
export const CRASHED = 70;
export type Crashed = typeof CRASHED;

/** A command as the command line shows and runs it. Adding one: a file here that exports it, a line in `commands.ts`. */
export interface Command {
  /** Positional arguments in commander's words: `<old>`, `[page]`, `<pages...>`, each with its description. */
  readonly arguments?: readonly (readonly [syntax: string, description: string])[];
  /** Options besides `--quiet` and `--json`: `--output <folder>` and a description. */
  readonly options: readonly (readonly [flags: string, description: string])[];
  /**
   * Does the work. Problems of the user's come out as a `Failure`, whose diagnostics the command line prints; what
   * comes out otherwise is a fault of Deckhand's.
   */
  run(invocation: Invocation): Promise<ExitCode | Crashed>;
}

export interface Invocation {
  readonly arguments: readonly string[];
  /** Values of the options by their long name in camel case; true for those without a value. */
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** Errors only. */
  readonly quiet: boolean;
  /** One JSON value on `out`, nothing on `err`. */
  readonly json: boolean;
  readonly terminal: Terminal;
}

/** The value of an option that takes one. */
export function optionText({ options }: Invocation, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}
