import { join } from "node:path";
import { projectRoot, temporaryFolder } from "../harness/folders.ts";
import { runNode } from "../harness/process.ts";
import { bundleChild } from "./bundle.ts";
import type { Stage } from "./stages.ts";

/** Processor milliseconds of each stage in a new process, all threads; the least of some runs. */
export async function measureStages(document: string): Promise<Readonly<Record<Stage, number>>> {
  using folder = temporaryFolder();
  const child = join(folder.path, "stages.mjs");
  await bundleChild("time-child.ts", child);
  const all: Record<Stage, number>[] = [];
  for (let run = 0; run < 3; run++) {
    const { code, stdout, stderr } = await runNode([
      child,
      document,
      join(projectRoot, "templates"),
    ]);
    if (code !== 0) throw new Error(stderr);
    all.push(JSON.parse(stdout) as Record<Stage, number>);
  }
  const least = (stage: Stage): number => Math.min(...all.map((times) => times[stage]));
  return {
    load: least("load"),
    lower: least("lower"),
    layout: least("layout"),
    emit: least("emit"),
  };
}
