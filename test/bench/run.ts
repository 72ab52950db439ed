/**
 * What a run costs, stage by stage and as a whole, beside the least that any program would need.
 *
 *     npm run bench [-- FOLDER_OF_DOCUMENTS]         default: the corpus beside the project
 *
 * Build before. The floor of a document is a process that starts, reads it, parses it as JSON and writes as many bytes
 * into as many files. Figures are processor time; see processes.ts.
 */

import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { dump } from "js-yaml";
import { projectRoot, readFiles, temporaryFolder } from "../harness/folders.ts";
import { formatColumns } from "./columns.ts";
import { measureProcess, type Usage } from "./processes.ts";
import { repeatDocument } from "./repeat.ts";
import { measureStages } from "./stage-times.ts";
import { stages } from "./stages.ts";

const corpus = process.argv[2] ?? join(projectRoot, "../shared/corpus");
const cli = join(projectRoot, "dist/cli.js");
const RUNS = 5;

const FLOOR = `
  const { readFileSync, writeFileSync, mkdirSync } = require("node:fs");
  const [input, folder, bytes, files] = process.argv.slice(1);
  const text = readFileSync(input, "utf8");
  if (input.endsWith(".json")) JSON.parse(text);
  mkdirSync(folder, { recursive: true });
  const part = "x".repeat(bytes / files);
  for (let file = 0; file < files; file++) writeFileSync(folder + "/" + file, part);
`;

using work = temporaryFolder();

const bare = await measureProcess(["-e", "0"], { runs: RUNS });
console.log(`Node ${process.version}, bare: ${cell(bare.cpu)} ms of processor time\n`);
console.log(await documentsTable(["github", "openai", "discord", "box", "figma.yaml"]));
console.log(await scalingTable([1, 2, 4, 8]));
console.log(await yamlTable());
console.log(await readersTable());
console.log(await startTable());

async function documentsTable(names: readonly string[]): Promise<string> {
  const rows = [["document", "MB in", "MB out", "floor", "run", "ratio", "MB RAM", ...stages]];
  for (const path of names.flatMap(documentPath)) {
    const run = await measureGenerate(path);
    const floor = await measureFloor(path, run);
    const times = await measureStages(path);
    rows.push([
      basename(path),
      megabytes(statSync(path).size),
      megabytes(run.bytes),
      cell(floor.cpu),
      cell(run.cpu),
      ratio(run, floor),
      cell(run.memory),
      ...stages.map((stage) => cell(times[stage])),
    ]);
  }
  return formatColumns("Whole documents, ms", rows);
}

async function scalingTable(factors: readonly number[]): Promise<string> {
  const rows = [["GitHub's document", "MB in", "run", "ms each", "growth", "MB RAM"]];
  const text = documentPath("github").map((path) => readFileSync(path, "utf8"))[0];
  if (text === undefined) return "";
  let once = 0;
  for (const factor of factors) {
    const path = join(work.path, `repeated-${factor}.json`);
    writeFileSync(path, JSON.stringify(repeatDocument(text, factor)));
    const run = await measureGenerate(path, 3);
    const each = run.cpu / factor;
    once ||= each;
    const growth = `${((each / once - 1) * 100).toFixed(0)} %`;
    const size = megabytes(statSync(path).size);
    rows.push([`${factor} x`, size, cell(run.cpu), cell(each), growth, cell(run.memory)]);
  }
  return formatColumns("Scaling, ms", rows);
}

async function yamlTable(): Promise<string> {
  const rows = [["document", "JSON", "YAML", "ratio"]];
  for (const path of ["openai", "discord"].flatMap(documentPath)) {
    const yaml = join(work.path, `${basename(path, ".json")}.yaml`);
    writeFileSync(yaml, dump(JSON.parse(readFileSync(path, "utf8")), { noRefs: true }));
    const [json, other] = [await measureGenerate(path), await measureGenerate(yaml)];
    rows.push([basename(path), cell(json.cpu), cell(other.cpu), ratio(other, json)]);
  }
  return formatColumns("The same document as JSON and as YAML, ms", rows);
}

/** What only reading takes, with the reader in use and with the other one that knows YAML 1.2. */
async function readersTable(): Promise<string> {
  const rows = [["reading", "JSON.parse", "js-yaml", "yaml"]];
  for (const path of ["openai", "discord"].flatMap(documentPath)) {
    const yaml = join(work.path, `${basename(path, ".json")}.yaml`);
    const readers = [
      ["JSON.parse", path],
      ['require("js-yaml").load', yaml],
      ['require("yaml").parse', yaml],
    ] as const;
    const times: string[] = [];
    for (const [read, document] of readers) {
      const script = `${read}(require("node:fs").readFileSync(process.argv[1], "utf8"))`;
      const used = await measureProcess(["-e", script, document], { runs: 3, cwd: projectRoot });
      times.push(cell(used.cpu - bare.cpu));
    }
    rows.push([basename(path, ".json"), ...times]);
  }
  return formatColumns("Reading alone, its modules included, ms", rows);
}

async function startTable(): Promise<string> {
  const rows = [["start", "ms", "ratio to bare Node"]];
  const commands = [["--help"], ["generate"], ["check"]];
  for (const command of commands) {
    const used = await measureProcess([cli, ...command], {
      runs: 2 * RUNS,
      cwd: projectRoot,
      codes: [0, 1],
    });
    const name = `deckhand ${command.join(" ")}${command[0] === "--help" ? "" : " (this project)"}`;
    rows.push([name, cell(used.cpu), ratio(used, bare)]);
  }
  return formatColumns("Start-up", rows);
}

async function measureGenerate(
  path: string,
  runs = RUNS,
): Promise<Usage & { readonly bytes: number; readonly files: number }> {
  const output = join(work.path, "out", basename(path));
  const args = [cli, "generate", "--input", path, "--output", output];
  const usage = await measureProcess(args, { runs });
  const files = readFiles(output);
  const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  return { ...usage, bytes, files: files.length };
}

async function measureFloor(
  path: string,
  { bytes, files }: { readonly bytes: number; readonly files: number },
): Promise<Usage> {
  const folder = join(work.path, "floor");
  const args = ["-e", FLOOR, "--", path, folder, String(bytes), String(files)];
  return measureProcess(args, { runs: RUNS });
}

function documentPath(name: string): string[] {
  const path = join(corpus, name.includes(".") ? name : `${name}.json`);
  return existsSync(path) ? [path] : [];
}

function ratio(one: Usage, other: Usage): string {
  return (one.cpu / other.cpu).toFixed(1);
}

function cell(value: number): string {
  return value.toFixed(0);
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
