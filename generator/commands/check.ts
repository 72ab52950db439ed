import { diagnose, type Diagnostic, type ExitCode, exitCodeOf } from "../diagnostics.ts";
import { reportingErrors } from "../write/errors.ts";
import { planWrite, type WritePlan } from "../write/plan.ts";
import { isInterrupted } from "../write/transaction.ts";
import type { Command, Invocation } from "./command.ts";
import { printDiagnostics, printJson, count } from "./report.ts";
import { runPipeline } from "./run-pipeline.ts";
import { loadSettings, type Settings, settingsOptions } from "./settings.ts";

/** `deckhand check`: exit code 1 and a diff when the output is not what `generate` would write. Writes nothing. */
export const checkCommand: Command = {
  options: settingsOptions,
  async run(invocation) {
    const settings = await loadSettings(invocation);
    const { files, diagnostics, report } = await runPipeline(settings, invocation.terminal.folder);
    const { incomplete } = report;
    const plan = reportingErrors(settings.output.name, () =>
      planWrite(settings.output, files, { incomplete }),
    );
    const all = isInterrupted(settings.output.path)
      ? [...diagnostics, interrupted(settings)]
      : diagnostics;
    const drifted = plan.write.length + plan.remove.length > 0;
    const exitCode = exitCodeOf(diagnostics) || (drifted ? 1 : 0);
    await show(invocation, settings, plan, all, exitCode);
    return exitCode;
  },
};

function interrupted({ output }: Settings): Diagnostic {
  return diagnose("interrupted-run", undefined, { folder: output.name });
}

async function show(
  { terminal, quiet, json }: Invocation,
  { output }: Settings,
  plan: WritePlan,
  diagnostics: readonly Diagnostic[],
  exitCode: ExitCode,
): Promise<void> {
  const changed = plan.write.filter(({ before }) => before !== undefined);
  const missing = plan.write.filter(({ before }) => before === undefined).map(({ path }) => path);
  if (json) {
    const paths = { changed: changed.map(({ path }) => path), missing, surplus: plan.remove };
    return printJson(terminal, { command: "check", exitCode, diagnostics, ...paths });
  }
  printDiagnostics(terminal, diagnostics, quiet);
  if (plan.write.length + plan.remove.length === 0) {
    if (!quiet)
      terminal.out(`${output.name} is up to date: ${count(plan.unchanged.length, "file")}\n`);
    return;
  }
  const { formatDrift } = await import("./drift.ts");
  const names = { changed: changed.map(({ path }) => path), missing, surplus: plan.remove };
  if (quiet)
    terminal.out(
      [...names.changed, ...missing, ...plan.remove]
        .map((path) => `${output.name}/${path}\n`)
        .join(""),
    );
  else terminal.out(formatDrift(plan, terminal.outColors));
}
