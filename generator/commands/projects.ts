import type { ExitCode } from "../diagnostics.ts";
import type { Crashed, Invocation } from "./command.ts";
import { type Projects, type Settings, settingsOptions } from "./settings.ts";

/** A command that does the same with every SDK of a configuration. */
export interface ProjectCommand {
  readonly name: ProjectCommandName;
  /** Says again what the last run found when nothing has changed since; undefined when only a run can tell. */
  recall(
    invocation: Invocation,
    settings: Settings,
  ): ProjectRun | undefined | Promise<ProjectRun | undefined>;
  run(invocation: Invocation, settings: Settings): Promise<ProjectRun>;
}

export type ProjectCommandName = "generate" | "check";

export interface ProjectRun {
  readonly exitCode: ExitCode;
  /** Absolute paths of the documents and pages that were read, for a command that waits for changes. */
  readonly sources: readonly string[];
}

/** The options of such a command. */
export const projectOptions: readonly (readonly [flags: string, description: string])[] = [
  ...settingsOptions,
  ["--jobs <number>", "how many documents at a time, with several (default: as is quickest)"],
];

/** Runs a command for one SDK, or for each of several and as many at a time as there are cores. */
export async function runProjects(
  command: ProjectCommand,
  invocation: Invocation,
  { list, areSeveral }: Projects,
): Promise<ExitCode | Crashed> {
  const [only] = list;
  if (!areSeveral && only !== undefined)
    return (await runProject(command, invocation, only)).exitCode;
  const { runBatch } = await import("./batch/run-batch.ts");
  return runBatch(command, invocation, list);
}

export async function runProject(
  command: ProjectCommand,
  invocation: Invocation,
  settings: Settings,
): Promise<ProjectRun> {
  return (await command.recall(invocation, settings)) ?? (await command.run(invocation, settings));
}
