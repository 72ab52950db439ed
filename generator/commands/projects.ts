import type { ExitCode } from "../diagnostics.ts";
import type { Crashed, Invocation } from "./command.ts";
import { jobsOption, readJobs } from "./jobs-option.ts";
import type { ProjectCommand, ProjectRun } from "./project-command.ts";
import { type Projects, type Settings, settingsOptions } from "./settings.ts";

/** The options of a command that does the same with every SDK of a configuration. */
export const projectOptions: readonly (readonly [flags: string, description: string])[] = [
  ...settingsOptions,
  jobsOption,
];

/** Runs a command for one SDK, or for each of several and as many at a time as there are cores, or as `--jobs` says. */
export async function runProjects(
  command: ProjectCommand,
  invocation: Invocation,
  { list, areSeveral }: Projects,
): Promise<ExitCode | Crashed> {
  readJobs(invocation);
  const [only] = list;
  if (!areSeveral && only !== undefined)
    return (await runProject(command, invocation, only)).exitCode;
  const { runBatch } = await import("./batch/run-batch.ts");
  return runBatch(command, invocation, list);
}

async function runProject(
  command: ProjectCommand,
  invocation: Invocation,
  settings: Settings,
): Promise<ProjectRun> {
  return (await command.recall(invocation, settings)) ?? (await command.run(invocation, settings));
}
