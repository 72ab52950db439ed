import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Diagnostic, type ExitCode, exitCodeOf, Failure } from "../diagnostics.ts";
import type { Generated } from "../index.ts";
import { writeFileWhole } from "../write/write-file.ts";
import { writeOutput, type WriteSummary } from "../write/write.ts";
import { type Command, type Invocation, optionText } from "./command.ts";
import { CONFIG_NAMES } from "./config/read-config.ts";
import { printDiagnostics, printJson, summarize } from "./report.ts";
import type { Run } from "./run-pipeline.ts";
import { recallSettled, rememberSettled } from "./settled/settled.ts";
import { loadSettings, type Settings, settingsOptions } from "./settings.ts";

/** `deckhand generate`: document in, files out, a short report at the end. */
export const generateCommand: Command = {
  options: [...settingsOptions, ["--watch", "generate again whenever a file changes"]],
  async run(invocation) {
    if (invocation.options["watch"] !== true) return generate(invocation, () => {});
    const { keepGenerating } = await import("./generate/keep-generating.ts");
    await keepGenerating(invocation, (read) => generate(invocation, read));
    return 0;
  },
};

/** `read` hears which files decide the result, as soon as they are known. */
async function generate(
  invocation: Invocation,
  read: (paths: readonly string[]) => void,
): Promise<ExitCode> {
  const { folder } = invocation.terminal;
  read(configPaths(invocation));
  const settings = await loadSettings(invocation);
  read(pathsOf(settings));
  const settled = recallSettled(settings, folder);
  if (settled !== undefined) {
    read(settled.inputs);
    const summary = { written: [], unchanged: settled.files, removed: [] };
    report(invocation, settings, settled, summary, 0);
    return 0;
  }
  const { runPipeline } = await import("./run-pipeline.ts");
  const run = await runPipeline(settings, folder);
  read(run.sources.flatMap(({ url }) => (url.startsWith("file:") ? fileURLToPath(url) : [])));
  const summary = write(settings, run);
  const exitCode = exitCodeOf(run.diagnostics);
  if (exitCode === 0) rememberSettled(settings, folder, run);
  report(invocation, settings, run, summary, exitCode);
  return exitCode;
}

/** Where the configuration is or could come into being. */
function configPaths(invocation: Invocation): readonly string[] {
  const { folder } = invocation.terminal;
  const given = optionText(invocation, "config");
  return (given === undefined ? CONFIG_NAMES : [given]).map((name) => resolve(folder, name));
}

function pathsOf({ input, overlays, eventsPage }: Settings): readonly string[] {
  return [input, ...overlays, ...(eventsPage === undefined ? [] : [eventsPage])]
    .filter((place) => !/^https?:/i.test(place))
    .map((place) => (place.startsWith("file:") ? fileURLToPath(place) : place));
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
  const title = config.package?.name ?? facts.title;
  return `${[`Generated ${title} in ${output.name}`, ...summarize(facts, diagnostics), `files: ${files.join(", ")}`].join("\n  ")}\n`;
}
