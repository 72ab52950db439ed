import { relative, sep } from "node:path";
import compare from "semver/functions/compare.js";
import { memberOf } from "../../json-value.ts";
import { fetchPublished, type Published, publishedVersion } from "../registry/published.ts";
import { entryOf } from "./changelog.ts";
import type { Project } from "./project.ts";
import { tagOf } from "./published-base.ts";
import { commitOf, git, isInHistory } from "./repository.ts";

/** A release that was published and then not written down, because the run or the machine ended. */
export interface Unfinished {
  readonly version: string;
  /** The commit that it was made from. */
  readonly commit: string;
  /** True when only the tag is missing. */
  readonly isCommitted: boolean;
  /** Its entry of the changelog, as it was published. */
  readonly entry: string;
}

/**
 * The newest version, when it was published from this history by `deckhand release` and has no tag: the entry in the
 * changelog of the package tells that it was. One that a user committed without a tag is finished.
 */
export async function findUnfinished(
  project: Project,
  published: Published | undefined,
  usesGit: boolean,
): Promise<Unfinished | undefined> {
  const { repository, npmFolder } = project;
  const { name } = project.package;
  const version = [...(published?.versions ?? [])].toSorted(compare).at(-1);
  if (version === undefined) return undefined;
  if ((await commitOf(repository, `refs/tags/${tagOf(name, version)}`)) !== undefined)
    return undefined;
  const { gitHead: commit } = (await publishedVersion(name, version, npmFolder)) ?? {};
  if (commit === undefined || !(await isInHistory(repository, commit))) return undefined;
  const isCommitted = (await committedVersion(project)) === version;
  if (isCommitted && !(usesGit && (await commitOf(repository, "HEAD^")) === commit))
    return undefined;
  const files = await fetchPublished(name, version, npmFolder);
  const entry = entryOf(files?.get("CHANGELOG.md") ?? "", version);
  return entry === undefined ? undefined : { version, commit, isCommitted, entry };
}

/** What the lock of the current commit says, whatever lies in the work tree. */
async function committedVersion({ settings, repository }: Project): Promise<string | undefined> {
  const path = relative(repository.root, settings.lock?.path ?? "")
    .split(sep)
    .join("/");
  const { status, stdout } = await git(repository.root, ["cat-file", "blob", `HEAD:${path}`]);
  if (status !== 0) return undefined;
  try {
    const version = memberOf(memberOf(JSON.parse(stdout.toString("utf8")), "release"), "version");
    return typeof version === "string" ? version : undefined;
  } catch {
    return undefined;
  }
}
