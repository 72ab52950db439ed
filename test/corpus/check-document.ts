import { existsSync } from "node:fs";
import { join } from "node:path";
import { diffFiles } from "../harness/diff.ts";
import { projectRoot, readFiles, temporaryFolder, type TextFile } from "../harness/folders.ts";
import { filesPrettierWouldChange } from "../harness/prettier.ts";
import { type Finished, runNode } from "../harness/process.ts";
import { countOperations } from "./count-operations.ts";
import type { CorpusDocument } from "./documents.ts";

/** What was found about one document. An empty `problems` means that all is well. */
export interface Row {
  readonly name: string;
  readonly operations: number;
  readonly functions: number;
  readonly files: number;
  readonly kilobytes: number;
  /** Milliseconds that the whole process of generating took. */
  readonly milliseconds: number;
  readonly exitCode: number | undefined;
  readonly diagnostics: Readonly<Record<string, number>>;
  /** Each with the step that found it in front: `TypeScript 7.0 nodenext: ...`. */
  readonly problems: readonly string[];
}

/**
 * Generates an SDK from the document as a user would, into `folder`, and looks at all that can be wrong with it except
 * its types.
 */
export async function checkDocument(document: CorpusDocument, folder: string): Promise<Row> {
  const started = performance.now();
  const run = await generate(document, folder);
  const milliseconds = Math.round(performance.now() - started);
  const files = existsSync(folder) ? readFiles(folder) : [];
  const operations = countOperations(document.path);
  const functions = countFunctions(files);
  const problems = [
    ...problemsOfRun(run, files),
    ...(operations === functions
      ? []
      : [`operations: the document has ${operations}, the SDK ${functions}`]),
    ...(files.length === 0 ? [] : await problemsOfOutput(document, files)),
  ];
  return {
    name: document.name,
    operations,
    functions,
    files: files.length,
    kilobytes: Math.round(files.reduce((sum, file) => sum + file.text.length, 0) / 1000),
    milliseconds,
    exitCode: run.code,
    diagnostics: countDiagnostics(run.stdout),
    problems,
  };
}

function generate(document: CorpusDocument, output: string): Promise<Finished> {
  const cli = join(projectRoot, "dist/cli.js");
  const args = ["generate", "--input", document.path, "--output", output, "--json"];
  return runNode([cli, ...args], { cwd: projectRoot, timeout: 60_000 });
}

/** A document with broken parts (exit code 4) still gives an SDK; any other failure, or a stack trace, is ours. */
function problemsOfRun(run: Finished, files: readonly TextFile[]): string[] {
  if (run.timedOut) return ["generate: not done within a minute"];
  const text = `${run.stderr}\n${run.stdout}`;
  if (/^\s+at .+:\d+:\d+\)?$/m.test(text))
    return [`generate: crashed: ${run.stderr.slice(0, 1500)}`];
  if (run.code !== 0 && run.code !== 4)
    return [`generate: exit code ${run.code}: ${run.stderr.slice(0, 1500)}`];
  return files.length === 0 ? [`generate: wrote nothing: ${run.stderr.slice(0, 1500)}`] : [];
}

async function problemsOfOutput(
  document: CorpusDocument,
  files: readonly TextFile[],
): Promise<string[]> {
  using second = temporaryFolder();
  const again = join(second.path, "sdk");
  await generate(document, again);
  const difference = diffFiles(files, readFiles(again), 20);
  const unclean = await filesPrettierWouldChange(sample(files));
  return [
    ...(difference === "" ? [] : [`generating again gives other bytes:\n${difference}`]),
    ...unclean.map((path) => `prettier would change ${path}`),
  ];
}

/** Operations are the exported functions whose first parameter is the client. */
function countFunctions(files: readonly TextFile[]): number {
  const pattern = /^export (?:async )?function [\w$\u0080-\uffff]+\(\s*client: Client\b/gm;
  return files
    .filter((file) => !file.path.includes("runtime/"))
    .reduce((sum, file) => sum + [...file.text.matchAll(pattern)].length, 0);
}

/** At most a dozen files and 600 kB: prettier needs a second for each half megabyte. */
function sample(files: readonly TextFile[]): TextFile[] {
  const step = Math.max(1, Math.floor(files.length / 12));
  let size = 0;
  return files.filter((file, index) => {
    if (index % step !== 0 || size + file.text.length > 600_000) return false;
    size += file.text.length;
    return true;
  });
}

function countDiagnostics(stdout: string): Record<string, number> {
  try {
    const report = JSON.parse(stdout) as { diagnostics?: readonly { severity: string }[] };
    const count = (severity: string): number =>
      (report.diagnostics ?? []).filter((diagnostic) => diagnostic.severity === severity).length;
    return { errors: count("error"), warnings: count("warning"), infos: count("info") };
  } catch {
    return {};
  }
}
