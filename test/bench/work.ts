import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot, temporaryFolder } from "../harness/folders.ts";
import { runNode } from "../harness/process.ts";
import { bundleChild } from "./bundle.ts";
import { syntheticDocument } from "./document.ts";
import type { Stage } from "./stages.ts";

/** What a stage did: the same number on every machine and in every run. */
export interface Work {
  /** Executed functions, loop bodies and branches of ours. */
  readonly steps: number;
  /** Allocated on the heap; the same to within a few percent. */
  readonly bytes: number;
}

/** No optimising, no collecting, no second thread: what is counted is what the code says. */
const FLAGS = [
  "--no-opt",
  "--single-threaded",
  "--max-semi-space-size=512",
  "--min-semi-space-size=512",
];

/** The work of generating from the synthetic document, for each of some numbers of resources. */
export async function measureWork(
  sizes: readonly number[],
): Promise<readonly Readonly<Record<Stage, Work>>[]> {
  using folder = temporaryFolder();
  const child = join(folder.path, "work.mjs");
  await bundleChild("work-child.ts", child);
  const work: Record<Stage, Work>[] = [];
  for (const size of sizes) {
    const document = join(folder.path, `${size}.json`);
    writeFileSync(document, JSON.stringify(syntheticDocument(size)));
    const run = await runNode([...FLAGS, child, document, join(projectRoot, "templates")]);
    if (run.code !== 0) throw new Error(run.stderr);
    work.push(JSON.parse(run.stdout) as Record<Stage, Work>);
  }
  return work;
}
