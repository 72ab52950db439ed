import type { CommanderError } from "commander";
import { diagnose, type Diagnostic, type ExitCode, Failure } from "../diagnostics.ts";
import { commands } from "./commands.ts";
import { reportFailure } from "./failures.ts";
import type { Terminal } from "./terminal.ts";

/** Says what is wrong with a command line, as JSON where it asks for that. Diagnostic: `wrong-usage`. */
export function reportUsage(
  error: CommanderError,
  argv: readonly string[],
  terminal: Terminal,
): ExitCode {
  const command = commands.find(({ name }) => name === argv[0])?.name;
  const invocation = {
    arguments: [],
    options: {},
    quiet: false,
    json: argv.includes("--json"),
    terminal,
  };
  const failure = new Failure([usageProblem(error, command)]);
  return reportFailure(command ?? "deckhand", invocation, failure);
}

/** commander's words: `error: unknown option '--ouput'`, on a line of its own `(Did you mean --output?)`. */
function usageProblem({ message, code }: CommanderError, command: string | undefined): Diagnostic {
  const [first = "", suggestion] = message.split("\n");
  const problem = first.replace(/^error: /, "").replace(/\.$/, "");
  const help = suggestion?.replace(/^\((.*)\)$/, "$1") ?? helpFor(code, command);
  return diagnose("wrong-usage", undefined, {
    problem: problem.charAt(0).toUpperCase() + problem.slice(1),
    help,
  });
}

function helpFor(code: string, command: string | undefined): string {
  if (command === undefined) return "`deckhand --help` lists the commands.";
  const takesInput = command === "generate" || command === "check";
  if (takesInput && code === "commander.excessArguments") return "Name the document with --input.";
  return `\`deckhand ${command} --help\` says what it takes.`;
}
