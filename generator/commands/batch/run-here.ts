import type { Invocation } from "../command.ts";
import type { ProjectCommand } from "../project-command.ts";
import type { Settings } from "../settings.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";

/** What is to be run, and how. */
export interface Work {
  readonly command: ProjectCommand;
  readonly invocation: Invocation;
}

/** The run for one SDK; `index` is its place in the report. */
export interface Job {
  readonly index: number;
  readonly settings: Settings;
}

/** Hears how a run ended. */
export type OnOutcome = (job: Job, outcome: Outcome) => void;

/** Runs jobs one by one in this thread. */
export async function runHere(
  { command, invocation }: Work,
  jobs: Iterable<Job>,
  onOutcome: OnOutcome,
): Promise<void> {
  for (const job of jobs) {
    const outcome = await outcomeOf(command.name, invocation, (inside) =>
      command.run(inside, job.settings),
    );
    onOutcome(job, outcome);
  }
}
