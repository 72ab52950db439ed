import { type ExitCode, exitCodeOf, type Failure } from "../diagnostics.ts";
import { CRASHED, type Crashed, type Invocation } from "./command.ts";
import { printDiagnostics, printJson } from "./report.ts";
import type { Terminal } from "./terminal.ts";

/** Prints problems of the user's that ended a command, and gives its exit code. */
export function reportFailure(
  command: string,
  { terminal, json, quiet }: Invocation,
  { diagnostics }: Failure,
): ExitCode {
  const exitCode = exitCodeOf(diagnostics);
  if (json) printJson(terminal, { command, exitCode, diagnostics });
  else printDiagnostics(terminal, diagnostics, quiet);
  return exitCode;
}

/** Says that Deckhand is at fault, with what a report of it needs. */
export function reportCrash(error: unknown, terminal: Terminal): Crashed {
  const shown = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  terminal.err(
    `${terminal.errColors.red("This is a bug in Deckhand, please report it:")} ${shown}\n`,
  );
  const stack = error instanceof Error ? error.stack : undefined;
  if (process.env["DEBUG"] === undefined) terminal.err("(DEBUG=1 shows where it happened)\n");
  else if (stack !== undefined) terminal.err(`${stack}\n`);
  return CRASHED;
}
