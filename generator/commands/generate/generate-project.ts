import { fileURLToPath } from "node:url";
import { type Diagnostic, type ExitCode, exitCodeOf, Failure } from "../../diagnostics.ts";
import { printable } from "../../diagnostics/printable.ts";
import type { Generated } from "../../index.ts";
import { writeFileWhole } from "../../write/write-file.ts";
import { writeOutput, type WriteSummary } from "../../write/write.ts";
import type { Invocation } from "../command.ts";
import type { ProjectCommand } from "../project-command.ts";
import { printDiagnostics, printJson, summarize } from "../report.ts";
import type { Run } from "../run-pipeline.ts";
import { recallSettled, rememberSettled } from "../settled/settled.ts";
import type { Settings } from "../settings.ts";

/** Document in, files out, a short report at the end. */
export const generateProject: ProjectCommand = {
  name: "generate",
  recall(invocation, settings) {
    const settled = recallSettled(settings, invocation.terminal.folder);
    if (settled === undefined) return undefined;
    const summary = { written: [], unchanged: settled.files, removed: [] };
    report(invocation, settings, settled, summary, 0);
    return { exitCode: 0, sources: settled.inputs };
  },
  async run(invocation, settings) {
    const { folder } = invocation.terminal;
    const { runPipeline } = await import("../run-pipeline.ts");
    const run = await runPipeline(settings, folder);
    const summary = write(settings, run);
    const exitCode = exitCodeOf(run.diagnostics);
    if (exitCode === 0) rememberSettled(settings, folder, run);
    report(invocation, settings, run, summary, exitCode);
    return { exitCode, sources: run.sources.flatMap(pathOf) };
  },
};

function pathOf({ url }: Run["sources"][number]): string[] {
  return url.startsWith("file:") ? [fileURLToPath(url)] : [];
}

/**
 * The lock comes last: until it is there, a run from the older lock gives the same names.
 *
 * When writing is refused, what the document had wrong is said as well: it is often the reason.
 */
function write(
  settings: Settings,
  { files, report: { incomplete }, diagnostics, lock }: Run,
): WriteSummary {
  try {
    const summary = writeOutput(settings.output, files, { incomplete });
    if (lock !== undefined) writeFileWhole(lock, lock.text);
    return summary;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure([...diagnostics, ...error.diagnostics]);
  }
}

function report(
  { terminal, quiet, json }: Invocation,
  settings: Settings,
  { diagnostics, report: facts }: Pick<Generated, "diagnostics" | "report">,
  summary: WriteSummary,
  exitCode: ExitCode,
): void {
  if (json)
    return printJson(terminal, {
      command: "generate",
      exitCode,
      diagnostics,
      ...facts,
      ...summary,
    });
  printDiagnostics(terminal, diagnostics, quiet);
  if (!quiet) terminal.out(describe(settings, facts, summary, diagnostics));
}

function describe(
  { output, config }: Settings,
  facts: Generated["report"],
  { written, unchanged, removed }: WriteSummary,
  diagnostics: readonly Diagnostic[],
): string {
  const files = [`${written.length} written`, `${unchanged.length} unchanged`];
  if (removed.length > 0) files.push(`${removed.length} removed`);
  const title = config.package?.name ?? printable(facts.title);
  return `${[`Generated ${title} in ${output.name}`, ...summarize(facts, diagnostics), `files: ${files.join(", ")}`].join("\n  ")}\n`;
}
