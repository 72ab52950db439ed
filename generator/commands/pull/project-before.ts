import type { Lock } from "../../lock/lock.ts";
import type { KeptFiles } from "./kept-files.ts";
import type { PullProject } from "./pull-project.ts";

/** The state of a project before a pull. */
export interface ProjectBefore {
  readonly project: PullProject;
  readonly lock: Lock | undefined;
  readonly kept: KeptFiles;
  /** `2026-11-21` */
  readonly today: string;
}
