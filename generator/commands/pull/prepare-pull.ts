import { type Diagnostic, Diagnostics, Failure, isError } from "../../diagnostics.ts";
import type { Invocation } from "../command.ts";
import { readLockFile } from "../lock/lock-file.ts";
import { reportEventPages } from "./event-pages.ts";
import { fetchSources } from "./fetch-sources.ts";
import { readKeptFiles } from "./kept-files.ts";
import { planPull, type PullPlan } from "./plan-pull.ts";
import type { PullProject } from "./pull-project.ts";
import type { PulledSource } from "./pulled.ts";

/** Everything that a pull needs to write. */
export interface PreparedPull {
  readonly pulled: readonly PulledSource[];
  readonly plan: PullPlan;
  readonly diagnostics: readonly Diagnostic[];
}

/** Fetches and compares; writes nothing. A `Failure` in the end is one of `strict`. */
export async function preparePull(
  project: PullProject,
  { terminal, quiet, json }: Invocation,
): Promise<PreparedPull> {
  const diagnostics = new Diagnostics();
  const { lock } = readLockFile(project.lock, project.output, diagnostics);
  const kept = readKeptFiles(project.folder, lock);
  const progress = (text: string): void => {
    if (!quiet && !json) terminal.progress?.(text);
  };
  const pulled = await fetchSources(project, kept, diagnostics, progress);
  const today = new Date().toISOString().slice(0, 10);
  const plan = planPull(pulled, { project, lock, kept, today }, diagnostics);
  reportEventPages(pulled, project, diagnostics);
  const found = project.strict ? diagnostics.list.map(strictly) : diagnostics.list;
  if (found.some(isError)) throw new Failure(found);
  return { pulled, plan, diagnostics: found };
}

const incomplete: ReadonlySet<string> = new Set(["page-left-out", "reference-left-out"]);

/** With `strict`, what can not be had is an error. */
function strictly(diagnostic: Diagnostic): Diagnostic {
  return incomplete.has(diagnostic.code) ? { ...diagnostic, severity: "error" } : diagnostic;
}
