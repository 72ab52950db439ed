/**
 * Counts what one run does, without a clock. In a process of its own, since counting changes how code is run:
 *
 *     node [flags of work.ts] work-child.js DOCUMENT TEMPLATES
 *
 * Prints the work of each stage as JSON. Steps are executed functions and blocks (bodies of loops, branches), as the
 * inspector counts them for coverage; bytes are what the young spaces of the heap grew by, while nothing is collected.
 */

import { Session } from "node:inspector/promises";
import { getHeapSpaceStatistics } from "node:v8";
import { readTemplates } from "./read-templates.ts";
import { runStages, type Stage } from "./stages.ts";

const [document = "", folder = ""] = process.argv.slice(2);
const templates = readTemplates(folder);

const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

const work: Partial<Record<Stage, { steps: number; bytes: number }>> = {};
let heap = youngBytes();
await runStages(document, templates, async (stage) => {
  const bytes = youngBytes() - heap;
  work[stage] = { steps: await takeSteps(), bytes };
  heap = youngBytes();
});
console.log(JSON.stringify(work));

/** Everything begins there. The old spaces are of no use here: a page of 256 KB counts as soon as it is begun. */
function youngBytes(): number {
  return getHeapSpaceStatistics()
    .filter(({ space_name }) => space_name.startsWith("new_"))
    .reduce((sum, { space_used_size }) => sum + space_used_size, 0);
}

/** The steps since the last question, of this bundle only. */
async function takeSteps(): Promise<number> {
  const { result } = await session.post("Profiler.takePreciseCoverage");
  const own = result.filter(({ url }) => url === import.meta.url);
  const ranges = own.flatMap(({ functions }) => functions.flatMap((one) => one.ranges));
  return ranges.reduce((sum, { count }) => sum + count, 0);
}
