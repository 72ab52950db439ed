/**
 * Counts what one run does, without a clock. In a process of its own, since counting changes how code is run:
 *
 *     node [flags of work.ts] work-child.js DOCUMENT TEMPLATES
 *
 * Prints the work of each stage as JSON. Steps are executed functions and blocks (bodies of loops, branches), as the
 * inspector counts them for coverage; bytes are what the heap grew by, while nothing is collected.
 */

import { Session } from "node:inspector/promises";
import { readTemplates } from "./read-templates.ts";
import { runStages, type Stage } from "./stages.ts";

const [document = "", folder = ""] = process.argv.slice(2);
const templates = readTemplates(folder);

const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

const work: Partial<Record<Stage, { steps: number; bytes: number }>> = {};
let heap = process.memoryUsage().heapUsed;
await runStages(document, templates, async (stage) => {
  const bytes = process.memoryUsage().heapUsed - heap;
  work[stage] = { steps: await takeSteps(), bytes };
  heap = process.memoryUsage().heapUsed;
});
console.log(JSON.stringify(work));

/** The steps since the last question, of this bundle only. */
async function takeSteps(): Promise<number> {
  const { result } = await session.post("Profiler.takePreciseCoverage");
  const own = result.filter(({ url }) => url === import.meta.url);
  const ranges = own.flatMap(({ functions }) => functions.flatMap((one) => one.ranges));
  return ranges.reduce((sum, { count }) => sum + count, 0);
}
