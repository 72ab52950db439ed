import { Worker } from "node:worker_threads";
import { type Job, type OnOutcome, runHere, type Work } from "./run-here.ts";
import { type Done, orderOf, takeOne, type WorkOrder } from "./work-order.ts";
import { workerPath } from "./worker-path.ts";

/**
 * Runs jobs in this thread and in `threads - 1` others. Each takes the next job when it is done with one. What a thread
 * that died (of too little memory, say) leaves undone is done here at the end.
 */
export async function runInThreads(
  work: Work,
  jobs: readonly Job[],
  threads: number,
  onOutcome: OnOutcome,
): Promise<void> {
  const order = orderOf(work, jobs);
  const undone = new Set(jobs);
  const finish: OnOutcome = (job, outcome) => {
    undone.delete(job);
    onOutcome(job, outcome);
  };
  const others = Array.from({ length: threads - 1 }, () => runThere(order, jobs, finish));
  await runHere(work, takeOne(jobs, order.taken), finish);
  await Promise.all(others);
  await runHere(work, [...undone], finish);
}

/** Ends with the thread, however it ends. */
function runThere(order: WorkOrder, jobs: readonly Job[], onOutcome: OnOutcome): Promise<void> {
  return new Promise((resolve) => {
    const worker = new Worker(workerPath(), { workerData: order });
    worker.on("message", ({ index, outcome }: Done) => {
      const job = jobs.find((one) => one.index === index);
      if (job !== undefined) onOutcome(job, outcome);
    });
    worker.on("error", () => resolve());
    worker.on("exit", () => resolve());
  });
}
