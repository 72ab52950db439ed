import { Command as Program, CommanderError } from "commander";
import manifest from "../../package.json" with { type: "json" };
import { type ExitCode, Failure } from "../diagnostics.ts";
import type { Command, Crashed, Invocation } from "./command.ts";
import { commands } from "./commands.ts";
import { reportCrash, reportFailure } from "./failures.ts";
import { helpText } from "./help.ts";
import { processTerminal, type Terminal } from "./terminal.ts";
import { reportUsage } from "./usage.ts";

/** Runs the command line; `argv` is without node and script. Gives the exit code (docs/cli.md). */
export async function main(
  argv: readonly string[],
  terminal: Terminal = processTerminal(),
): Promise<ExitCode | Crashed> {
  const program = makeProgram(terminal);
  let exitCode: ExitCode | Crashed = 0;
  for (const entry of commands) {
    const { name, summary } = entry;
    const shown = inherit(program.command(name), program).description(summary);
    if (!isAbout(name, argv)) continue;
    const command = await entry.load();
    describe(shown, command).action(async () => {
      exitCode = await run(name, command, invocationOf(shown, terminal));
    });
  }
  try {
    await program.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportCrash(error, terminal);
    if (error.exitCode === 0) return 0;
    return error.code === "commander.help" ? 2 : reportUsage(error, argv, terminal);
  }
}

function makeProgram(terminal: Terminal): Program {
  const program = new Program("deckhand")
    .version(manifest.version, "-v, --version")
    .helpOption("-h, --help", "print this help")
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.err(text),
      // What is wrong is thrown as well, and reported as every other problem is.
      outputError: () => {},
    })
    .exitOverride();
  program.helpInformation = helpText;
  return program;
}

function inherit(command: Program, program: Program): Program {
  return command.copyInheritedSettings(program);
}

/** True for the command that `argv` names, and for all when it asks for help about one. */
function isAbout(name: string, argv: readonly string[]): boolean {
  const words = argv.filter((argument) => !argument.startsWith("-"));
  return words[0] === name || (words[0] === "help" && words[1] === name);
}

function describe(shown: Program, command: Command): Program {
  for (const [syntax, description] of command.arguments ?? []) shown.argument(syntax, description);
  for (const [flags, description] of command.options) shown.option(flags, description);
  return shown
    .option("--quiet", "print errors only")
    .option("--json", "print one JSON object, for programs");
}

function invocationOf(shown: Program, terminal: Terminal): Invocation {
  const options = shown.opts<Record<string, string | boolean | undefined>>();
  const { quiet, json } = options;
  return { arguments: shown.args, options, quiet: quiet === true, json: json === true, terminal };
}

/** Problems of the user's are printed and become an exit code; faults of ours pass. */
async function run(
  name: string,
  command: Command,
  invocation: Invocation,
): Promise<ExitCode | Crashed> {
  try {
    return await command.run(invocation);
  } catch (error) {
    if (error instanceof Failure) return reportFailure(name, invocation, error);
    throw error;
  }
}
