import { diagnose, type Diagnostic, type ExitCode, exitCodeOf } from "../diagnostics.ts";
import { reportingErrors } from "../write/errors.ts";
import { planWrite } from "../write/plan.ts";
import { isInterrupted } from "../write/transaction.ts";
import { driftOf, type Drift } from "./check/drift.ts";
import type { Command, Invocation } from "./command.ts";
import { printDiagnostics, printJson, count } from "./report.ts";
import { recallSettled, rememberSettled } from "./settled/settled.ts";
import { loadSettings, type Settings, settingsOptions } from "./settings.ts";

/** `deckhand check`: exit code 1 and a diff when the output is not what `generate` would write. Writes nothing. */
export const checkCommand: Command = {
  options: [
    ...settingsOptions,
    ["--staged", "look at what git is about to commit instead of the files as they are"],
  ],
  async run(invocation) {
    if (invocation.options["staged"] !== true) return check(invocation, { staged: false });
    const { checkStaged } = await import("./check/check-staged.ts");
    return checkStaged(invocation, (inside) => check(inside, { staged: true }));
  },
};

async function check(
  invocation: Invocation,
  { staged }: { readonly staged: boolean },
): Promise<ExitCode> {
  const settings = await loadSettings(invocation);
  const { folder } = invocation.terminal;
  const settled = staged ? undefined : recallSettled(settings, folder);
  if (settled !== undefined) {
    const { files, diagnostics } = settled;
    const drift = {
      output: settings.output.name,
      files: [],
      unchanged: files.length,
      moved: [],
      staged,
    };
    await show(invocation, drift, diagnostics, 0);
    return 0;
  }
  const { runPipeline } = await import("./run-pipeline.ts");
  const run = await runPipeline(settings, folder);
  const { files, report, lock } = run;
  const { incomplete } = report;
  const plan = reportingErrors(settings.output.name, () =>
    planWrite(settings.output, files, { incomplete }),
  );
  const diagnostics = isInterrupted(settings.output.path)
    ? [...run.diagnostics, interrupted(settings)]
    : run.diagnostics;
  const drift = { ...driftOf(plan, lock), staged };
  const exitCode = exitCodeOf(diagnostics) || (drift.files.length > 0 ? 1 : 0);
  if (exitCode === 0 && !staged) rememberSettled(settings, folder, run);
  await show(invocation, drift, diagnostics, exitCode);
  return exitCode;
}

function interrupted({ output }: Settings): Diagnostic {
  return diagnose("interrupted-run", undefined, { folder: output.name });
}

async function show(
  { terminal, quiet, json }: Invocation,
  drift: Drift,
  diagnostics: readonly Diagnostic[],
  exitCode: ExitCode,
): Promise<void> {
  const { output, files, unchanged } = drift;
  if (json) {
    const facts = { command: "check", exitCode, diagnostics };
    return printJson(terminal, { ...facts, ...pathsOf(drift), moved: drift.moved ?? [] });
  }
  printDiagnostics(terminal, diagnostics, quiet);
  if (files.length === 0) {
    if (!quiet) terminal.out(`${output} is up to date: ${count(unchanged, "file")}\n`);
    return;
  }
  if (quiet) return terminal.out(files.map(({ name }) => `${name}\n`).join(""));
  const { formatDrift } = await import("./check/format-drift.ts");
  terminal.out(formatDrift(drift, terminal.outColors));
}

/** Paths are relative to the output folder, but for the lock's. */
function pathsOf({ files }: Drift): Record<"changed" | "missing" | "surplus", readonly string[]> {
  const of = (kind: string): readonly string[] =>
    files.filter((file) => file.kind === kind).map(({ path }) => path);
  return { changed: of("changed"), missing: of("missing"), surplus: of("surplus") };
}
