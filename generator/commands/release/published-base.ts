import { relative, resolve } from "node:path";
import { fail } from "../../diagnostics.ts";
import type { Invocation } from "../command.ts";
import { publishedVersion } from "../registry/published.ts";
import { type Run, runPipeline } from "../run-pipeline.ts";
import { loadProjects } from "../load-projects.ts";
import type { Settings } from "../settings.ts";
import { checkOut, commitOf, isShallow, type Repository } from "./repository.ts";

/** A published version and where it came from. */
export interface Base {
  readonly version: string;
  readonly commit: string;
}

/** What a tag of a release is called; as npm's own tools do in repositories with several packages. */
export function tagOf(name: string, version: string): string {
  return `${name}@${version}`;
}

/**
 * The commit of a published version: that of its tag, or the one that the registry says (`gitHead`).
 * Diagnostic: `release-base-missing`.
 */
export async function findBase(
  repository: Repository,
  name: string,
  version: string,
  folder: string,
): Promise<Base> {
  const what = tagOf(name, version);
  const tagged = await commitOf(repository, `refs/tags/${what}`);
  if (tagged !== undefined) return { version, commit: tagged };
  const { gitHead } = (await publishedVersion(name, version, folder)) ?? {};
  const commit = gitHead === undefined ? undefined : await commitOf(repository, gitHead);
  if (commit !== undefined) return { version, commit };
  const clone = (await isShallow(repository)) ? "this shallow clone" : "this repository";
  const reason =
    gitHead === undefined
      ? `${clone} has no tag of that name, and the registry names no commit`
      : `neither a tag of that name nor ${gitHead.slice(0, 12)} is in ${clone}`;
  return fail("release-base-missing", undefined, { what, reason });
}

/**
 * What the project gave at a commit: its configuration, documents, overlays and lock as they were, read by the Deckhand
 * that runs. Diagnostics: those of loading them, `release-base-missing`.
 */
export async function runAt(
  repository: Repository,
  { version, commit }: Base,
  invocation: Invocation,
  settings: Settings,
): Promise<Run> {
  const { folder } = invocation.terminal;
  using copy = await checkOut(repository, commit, folder);
  const inside: Invocation = {
    ...invocation,
    terminal: { ...invocation.terminal, folder: copy.folder },
  };
  const { list } = await loadProjects(inside);
  const place = relative(folder, settings.output.path);
  const name = settings.config.package?.name;
  const then =
    list.find(({ output }) => output.path === resolve(copy.folder, place)) ??
    list.find(({ config }) => config.package?.name === name);
  if (then !== undefined) return await runPipeline(then, copy.folder);
  const what = tagOf(name ?? "", version);
  const reason = `the configuration of ${commit.slice(0, 12)} has no such output`;
  return fail("release-base-missing", undefined, { what, reason });
}
