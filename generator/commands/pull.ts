import { basename } from "node:path";
import {
  type Diagnostic,
  Diagnostics,
  type ExitCode,
  exitCodeOf,
  Failure,
  isError,
} from "../diagnostics.ts";
import { type Command, type Invocation, optionText } from "./command.ts";
import { readLockFile } from "./lock/lock-file.ts";
import { allowOption } from "./network-settings.ts";
import { type DocumentChange, documentChanges } from "./pull/changes.ts";
import { reportEventPages } from "./pull/event-pages.ts";
import { fetchSources } from "./pull/fetch-sources.ts";
import { readKeptFiles } from "./pull/kept-files.ts";
import { planPull, type PullPlan } from "./pull/plan-pull.ts";
import { loadPullProject, type PullProject } from "./pull/pull-project.ts";
import type { PulledSource } from "./pull/pulled.ts";
import { showPull } from "./pull/show-pull.ts";
import { recoverProject, writePull } from "./pull/write-pull.ts";

/** `deckhand pull`: fetches the documents that the configuration names, all of them or none. */
export const pullCommand: Command = {
  options: [
    ["--config <file>", "the configuration (default: deckhand.config.ts, .mjs or .json here)"],
    allowOption,
    ["--strict", "write nothing when a page or a referenced document can not be had"],
    ["--dry-run", "say what would change, and write nothing"],
    ["--check", "the same, and exit with 1 if there is a change"],
    ["--markdown", "say what changed in Markdown, for a pull request"],
  ],
  async run(invocation) {
    const { options } = invocation;
    const project = await loadPullProject(invocation);
    const isTrial = options["dryRun"] === true || options["check"] === true;
    if (!isTrial) recoverProject(project);
    const { pulled, plan, diagnostics } = await prepare(project, invocation);
    const changes = await changesOf(pulled, plan, project, invocation);
    if (!isTrial) writePull(project, plan);
    const exitCode = exitCodeFor(invocation, plan, diagnostics);
    showPull(invocation, { pulled, plan, changes, diagnostics, exitCode, isTrial });
    return exitCode;
  },
};

interface Prepared {
  readonly pulled: readonly PulledSource[];
  readonly plan: PullPlan;
  readonly diagnostics: readonly Diagnostic[];
}

/** Fetches and compares; writes nothing. An error in the end is one of `strict`. */
async function prepare(project: PullProject, invocation: Invocation): Promise<Prepared> {
  const { terminal, quiet, json } = invocation;
  const diagnostics = new Diagnostics();
  const output = { path: project.folder, name: basename(project.folder) };
  const { lock } = readLockFile(project.lock, output, diagnostics);
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

/** Comparing takes longer than all the rest, so it is left out where nobody hears of it. */
async function changesOf(
  pulled: readonly PulledSource[],
  plan: PullPlan,
  { folder: project }: PullProject,
  invocation: Invocation,
): Promise<readonly DocumentChange[]> {
  const { quiet, json, options, terminal } = invocation;
  if (quiet && !json && options["markdown"] !== true) return [];
  const config = optionText(invocation, "config");
  return documentChanges(pulled, plan, { project, folder: terminal.folder, config });
}

const incomplete: ReadonlySet<string> = new Set(["page-left-out", "reference-left-out"]);

/** With `strict`, what can not be had is an error. */
function strictly(diagnostic: Diagnostic): Diagnostic {
  return incomplete.has(diagnostic.code) ? { ...diagnostic, severity: "error" } : diagnostic;
}

function exitCodeFor(
  { options }: Invocation,
  { write, remove }: PullPlan,
  diagnostics: readonly Diagnostic[],
): ExitCode {
  const isChanged = write.length > 0 || remove.length > 0;
  return exitCodeOf(diagnostics) || (options["check"] === true && isChanged ? 1 : 0);
}
