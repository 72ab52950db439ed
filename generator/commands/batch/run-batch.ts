import type { ExitCode } from "../../diagnostics.ts";
import type { Crashed, Invocation } from "../command.ts";
import type { ProjectCommand, ProjectRun } from "../project-command.ts";
import type { Settings } from "../settings.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { reportBatch, ReportInOrder } from "./report-batch.ts";
import type { Job } from "./run-here.ts";
import { runJobs } from "./run-jobs.ts";

/**
 * Runs a command for each of several SDKs. Those in which nothing has changed are found out first, in this thread; the
 * others run as many at a time as is quickest. Reports come in the order of the configuration. Gives the worst exit code.
 */
export async function runBatch(
  command: ProjectCommand,
  invocation: Invocation,
  projects: readonly Settings[],
): Promise<ExitCode | Crashed> {
  const outcomes = await runEach(command, invocation, projects);
  return reportBatch(command.name, invocation, projects, outcomes);
}

/** The outcomes in the order of the projects; their texts are printed as soon as all before them are. */
export async function runEach(
  command: ProjectCommand,
  invocation: Invocation,
  projects: readonly Settings[],
): Promise<readonly Outcome[]> {
  const outcomes = new ReportInOrder(invocation);
  const changed: Job[] = [];
  for (const [index, settings] of projects.entries()) {
    const recalled = await recall(command, invocation, settings);
    if (recalled === undefined) changed.push({ index, settings });
    else outcomes.add(index, recalled);
  }
  await runJobs({ command, invocation }, changed, ({ index }, outcome) =>
    outcomes.add(index, outcome),
  );
  return outcomes.list;
}

/** The outcome of an SDK in which nothing has changed. */
async function recall(
  command: ProjectCommand,
  invocation: Invocation,
  settings: Settings,
): Promise<Outcome | undefined> {
  let isSettled = true;
  const outcome = await outcomeOf(command.name, invocation, async (inside) => {
    const recalled = await command.recall(inside, settings);
    isSettled = recalled !== undefined;
    return recalled ?? unknown;
  });
  return isSettled ? outcome : undefined;
}

const unknown: ProjectRun = { exitCode: 0, sources: [] };
