import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "../harness/folders.ts";
import { runNode } from "../harness/process.ts";

/** What a process used from its start to its end. */
export interface Usage {
  /** Processor time in milliseconds, of all threads, in and out of the kernel: what a busy machine changes least. */
  readonly cpu: number;
  /** Milliseconds on the clock. */
  readonly wall: number;
  /** The most memory that was resident, in MB. */
  readonly memory: number;
}

export interface ProcessOptions {
  /** How many runs; the least of each figure counts. */
  readonly runs: number;
  readonly cwd?: string;
  /** Exit codes that are no accident. Default 0 and 4: a document with broken parts. */
  readonly codes?: readonly number[];
}

const preload = fileURLToPath(new URL("report-usage.cjs", import.meta.url));

/** Runs Node several times, one after the other, after a first time that does not count. */
export async function measureProcess(
  args: readonly string[],
  { runs, cwd, codes = [0, 4] }: ProcessOptions,
): Promise<Usage> {
  using folder = temporaryFolder();
  const file = join(folder.path, "usage.json");
  // Reading certificates takes Node as long as starting; where they are set, that would hide what is measured.
  const env = { USAGE_FILE: file, NODE_EXTRA_CA_CERTS: undefined, NODE_OPTIONS: undefined };
  const all: Usage[] = [];
  for (let run = 0; run <= runs; run++) {
    const start = performance.now();
    const { code, stderr } = await runNode(["--require", preload, ...args], {
      env,
      ...(cwd === undefined ? {} : { cwd }),
    });
    const wall = performance.now() - start;
    if (!codes.includes(code ?? -1)) throw new Error(`${args.join(" ")}: ${code}\n${stderr}`);
    const used = JSON.parse(readFileSync(file, "utf8")) as Omit<Usage, "wall">;
    if (run > 0) all.push({ ...used, wall });
  }
  return {
    cpu: Math.min(...all.map(({ cpu }) => cpu)),
    wall: Math.min(...all.map(({ wall }) => wall)),
    memory: Math.min(...all.map(({ memory }) => memory)),
  };
}
