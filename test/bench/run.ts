import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { loadTemplates } from "../../generator/commands/templates.ts";
import { projectRoot, temporaryFolder } from "../harness/folders.ts";
import { runStages, stages } from "./stages.ts";

/**
 * `npm run bench -- [FOLDER] [--runs N]`: whole processes against the floor (start Node, read, parse), stage by stage
 * inside one process, and what starting costs. Milliseconds, the least of N runs; run it on a quiet machine.
 */
const flag = process.argv.indexOf("--runs");
const runs = flag < 0 ? 3 : Number(process.argv[flag + 1]);
const folder =
  process.argv[2]?.startsWith("--") === false
    ? process.argv[2]
    : join(projectRoot, "../shared/corpus");
const cli = join(projectRoot, "dist/cli.js");

const bare = least(["-e", "0"]);
console.log(`starting bare Node ${ms(bare)}`);
for (const [name, args] of [
  ["deckhand --help", ["--help"]],
  ["deckhand check (unchanged)", ["check", "--quiet"]],
] as const) {
  const time = least([cli, ...args]);
  console.log(`${name} ${ms(time)}, ${(time / bare).toFixed(2)}x bare Node`);
}

console.log(`\n${row("document", "MB", "floor", "whole", "ratio", ...stages)}`);
for (const file of documents()) await measure(file);

function documents(): readonly string[] {
  if (!existsSync(folder)) return [join(projectRoot, "spec/v2.json")];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json") && name !== "INDEX.json")
    .map((name) => join(folder, name));
}

async function measure(file: string): Promise<void> {
  using out = temporaryFolder();
  const read = `JSON.parse(require("fs").readFileSync(${JSON.stringify(file)}, "utf8").replace(/^\\uFEFF/, ""))`;
  const floor = least(["-e", read]);
  const whole = least([
    cli,
    "generate",
    "--input",
    file,
    "--output",
    join(out.path, "sdk"),
    "--quiet",
  ]);
  const times: number[] = [];
  let last = performance.now();
  await runStages(file, loadTemplates(), () => {
    times.push(performance.now() - last);
    last = performance.now();
  });
  const size = (statSync(file).size / 1e6).toFixed(1);
  console.log(
    row(basename(file), size, ms(floor), ms(whole), (whole / floor).toFixed(2), ...times.map(ms)),
  );
}

/** The least wall time of a whole process, in milliseconds. A failed process ends the benchmark. */
function least(args: readonly string[]): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: projectRoot,
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}: ${stderr}`);
    return performance.now() - start;
  });
  return Math.min(...times);
}

function ms(time: number): string {
  return time.toFixed(0);
}

function row(name: string, ...cells: readonly string[]): string {
  return name.padEnd(32) + cells.map((cell) => cell.padStart(8)).join("");
}
