import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { Invocation } from "../command.ts";
import { readJobs } from "../jobs-option.ts";
import type { Settings } from "../settings.ts";
import { type Job, type OnOutcome, runHere, type Work } from "./run-here.ts";

/**
 * What a thread costs before it gives anything: it starts, loads Deckhand, and runs code that is not compiled yet. That
 * takes about as long as a document of so many bytes.
 */
const BYTES_A_THREAD = 2_000_000;

/**
 * Runs jobs, large documents first, in this thread and in as many others as there are cores and as pay off, or as
 * `--jobs` says.
 */
export async function runJobs(
  work: Work,
  jobs: readonly Job[],
  onOutcome: OnOutcome,
): Promise<void> {
  const sized = jobs.map((job) => ({ job, bytes: bytesOf(job.settings) }));
  const bytes = sized.reduce((sum, one) => sum + one.bytes, 0);
  const sorted = sized.toSorted((a, b) => b.bytes - a.bytes).map(({ job }) => job);
  const threads = Math.min(sorted.length, wantedThreads(work.invocation, bytes));
  if (threads <= 1) return runHere(work, sorted, onOutcome);
  const { runInThreads } = await import("./threads.ts");
  return runInThreads(work, sorted, threads, onOutcome);
}

function wantedThreads(invocation: Invocation, bytes: number): number {
  const quickest = Math.min(availableParallelism(), 1 + Math.floor(bytes / BYTES_A_THREAD));
  return readJobs(invocation) ?? quickest;
}

/** Of the document itself; waiting for the network is worth a thread. */
function bytesOf({ input }: Settings): number {
  return statSync(input, { throwIfNoEntry: false })?.size ?? BYTES_A_THREAD;
}
