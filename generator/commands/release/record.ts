import { existsSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fail, Failure } from "../../diagnostics.ts";
import { writeFileWhole } from "../../write/write-file.ts";
import { writeOutput } from "../../write/write.ts";
import type { Run } from "../run-pipeline.ts";
import type { Settings } from "../settings.ts";
import { changedFiles, commitOf, git, notIgnored, type Repository } from "./repository.ts";

/** What the repository says about a release. */
export interface Release {
  readonly settings: Settings;
  readonly repository: Repository;
  /** What `generate` gives with this version, its lock included. */
  readonly run: Run;
  readonly changelog: string;
  /** `deck-sdk@1.2.0` */
  readonly tag: string;
  /** The commit that gets the tag. Default: the one that is checked out then. */
  readonly tagged?: string;
  /** False leaves committing and tagging to the user. */
  readonly usesGit: boolean;
}

/** What was done; nothing where it had been done before. */
export interface Recorded {
  /** The new commit. */
  readonly commit: string | undefined;
  readonly isTagged: boolean;
}

function changelogPath({ output }: Settings): string {
  return join(output.path, "CHANGELOG.md");
}

/** The changelog as it is; undefined before the first release. */
export function readChangelog(settings: Settings): string | undefined {
  const path = changelogPath(settings);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

/** What a release writes, as git names it: the lock and the folder of the output, which may be written to as a whole. */
function ownPaths({ root }: Repository, { lock, output }: Settings): readonly string[] {
  const paths = [output.path, ...(lock === undefined ? [] : [lock.path])];
  return paths.map((path) => relative(root, path).split(sep).join("/"));
}

/**
 * Writes version, changelog and lock, commits and tags them; what is there already stays as it is. This comes after
 * publishing, so a failure is one to be repeated, not to be undone. Diagnostic: `release-not-recorded`.
 */
export async function record(release: Release): Promise<Recorded> {
  const { settings, run, changelog, usesGit } = release;
  try {
    writeOutput(settings.output, run.files, { incomplete: run.report.incomplete });
    if (run.lock !== undefined) writeFileWhole(run.lock, run.lock.text);
    const path = changelogPath(settings);
    writeFileWhole({ path, name: `${settings.output.name}/CHANGELOG.md` }, changelog);
  } catch (error) {
    if (error instanceof Failure) return unrecorded(release, error.message.replace(/\.$/, ""));
    throw error;
  }
  return usesGit ? commitAndTag(release) : { commit: undefined, isTagged: false };
}

async function commitAndTag(release: Release): Promise<Recorded> {
  const { settings, repository, tag } = release;
  const { root } = repository;
  const paths = await notIgnored(repository, ownPaths(repository, settings));
  await run(release, ["add", "--all", "--", ...paths]);
  const staged = await git(root, ["diff", "--cached", "--quiet", "--", ...paths]);
  const message = `Release ${tag}`;
  const isNeeded = staged.status !== 0;
  // Hooks look at what people write; here they could only stop what is published already.
  if (isNeeded) await run(release, ["commit", "--no-verify", "--message", message, "--", ...paths]);
  const isTagged = (await commitOf(repository, `refs/tags/${tag}`)) !== undefined;
  if (!isTagged) {
    const at = release.tagged === undefined ? [] : [release.tagged];
    await run(release, ["tag", "--annotate", "--message", message, tag, ...at]);
  }
  const commit = isNeeded ? await commitOf(repository, "HEAD") : undefined;
  return { commit, isTagged: !isTagged };
}

async function run(release: Release, words: readonly string[]): Promise<void> {
  const { status, stderr } = await git(release.repository.root, words);
  if (status === 0) return;
  const said = stderr.split("\n").find((line) => /^(?:fatal|error):/.test(line)) ?? stderr.trim();
  unrecorded(release, `git ${words[0]} failed (${said})`);
}

function unrecorded({ tag }: Release, reason: string): never {
  return fail("release-not-recorded", undefined, { what: tag, reason });
}

/** Changes in the work tree that a release did not begin. */
export async function strangeChanges(
  repository: Repository,
  settings: Settings,
): Promise<{ readonly all: readonly string[]; readonly strange: readonly string[] }> {
  const all = await changedFiles(repository);
  const own = ownPaths(repository, settings);
  const isOwn = (file: string): boolean =>
    own.some((path) => file === path || file.startsWith(`${path}/`));
  return { all, strange: all.filter((file) => !isOwn(file)) };
}
