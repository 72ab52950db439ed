import { type Diagnostic, type ExitCode, exitCodeOf } from "../diagnostics.ts";
import { type Command, type Invocation, optionText } from "./command.ts";
import { allowOption } from "./network-settings.ts";
import { type DocumentChange, documentChanges } from "./pull/changes.ts";
import type { PullPlan } from "./pull/plan-pull.ts";
import { preparePull } from "./pull/prepare-pull.ts";
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
    const { pulled, plan, diagnostics } = await preparePull(project, invocation);
    const changes = await changesOf(pulled, plan, project, invocation);
    if (!isTrial) writePull(project, plan);
    const exitCode = exitCodeFor(invocation, plan, diagnostics);
    showPull(invocation, { pulled, plan, changes, diagnostics, exitCode, isTrial });
    return exitCode;
  },
};

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

function exitCodeFor(
  { options }: Invocation,
  { write, remove }: PullPlan,
  diagnostics: readonly Diagnostic[],
): ExitCode {
  const isChanged = write.length > 0 || remove.length > 0;
  return exitCodeOf(diagnostics) || (options["check"] === true && isChanged ? 1 : 0);
}
