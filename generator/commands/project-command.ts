import type { ExitCode } from "../diagnostics.ts";
import type { Invocation } from "./command.ts";
import type { Settings } from "./settings.ts";

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
