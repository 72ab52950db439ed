import { diagnose, type Diagnostic, type ExitCode, exitCodeOf } from "../../diagnostics.ts";
import { reportingErrors } from "../../write/errors.ts";
import { planWrite } from "../../write/plan.ts";
import { isInterrupted } from "../../write/transaction.ts";
import type { Invocation } from "../command.ts";
import type { ProjectCommand } from "../project-command.ts";
import { count, printDiagnostics, printJson } from "../report.ts";
import { recallSettled, rememberSettled } from "../settled/settled.ts";
import type { Settings } from "../settings.ts";
import { driftOf, type Drift } from "./drift.ts";

/** Compares output and lock with what `generate` would write: exit code 1 and a diff when they differ. Writes nothing. */
export const checkProject: ProjectCommand = {
  name: "check",
  async recall(invocation, settings) {
    if (isAboutStaged(invocation)) return undefined;
    const settled = recallSettled(settings, invocation.terminal.folder);
    if (settled === undefined) return undefined;
    const { files, diagnostics, inputs } = settled;
    const { name } = settings.output;
    const drift = { output: name, files: [], unchanged: files.length, moved: [], staged: false };
    await show(invocation, drift, diagnostics, 0);
    return { exitCode: 0, sources: inputs };
  },
  async run(invocation, settings) {
    const { folder } = invocation.terminal;
    const staged = isAboutStaged(invocation);
    const { runPipeline } = await import("../run-pipeline.ts");
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
    return { exitCode, sources: [] };
  },
};

function isAboutStaged({ options }: Invocation): boolean {
  return options["staged"] === true;
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
  const { formatDrift } = await import("./format-drift.ts");
  terminal.out(formatDrift(drift, terminal.outColors));
}

/** Paths are relative to the output folder, but for the lock's. */
function pathsOf({ files }: Drift): Record<"changed" | "missing" | "surplus", readonly string[]> {
  const of = (kind: string): readonly string[] =>
    files.filter((file) => file.kind === kind).map(({ path }) => path);
  return { changed: of("changed"), missing: of("missing"), surplus: of("surplus") };
}
