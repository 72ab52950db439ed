/** A thread of a run with several documents: takes jobs until there are none left. Built into a file of its own. */

import { parentPort, workerData } from "node:worker_threads";
import { checkProject } from "../check/check-project.ts";
import { generateProject } from "../generate/generate-project.ts";
import { loadProjects } from "../load-projects.ts";
import { runHere } from "./run-here.ts";
import { type Done, invocationOf, takeOne, type WorkOrder } from "./work-order.ts";

void takeJobs(workerData as WorkOrder);

async function takeJobs(order: WorkOrder): Promise<void> {
  const command = order.command === "check" ? checkProject : generateProject;
  const invocation = invocationOf(order);
  const { list } = await loadProjects(invocation);
  for (const { index, output } of takeOne(order.jobs, order.taken)) {
    // A configuration that changed meanwhile may have it no more; then the main thread does the job.
    const projects = list.filter((one) => one.output.path === output);
    const jobs = projects.map((settings) => ({ index, settings }));
    await runHere({ command, invocation }, jobs, (_, outcome) => {
      const done: Done = { index, outcome };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of threads has none
      parentPort?.postMessage(done);
    });
  }
}
