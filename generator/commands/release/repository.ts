import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fail } from "../../diagnostics.ts";
import { type Ran, runProgram } from "../run-program.ts";

/** The git repository around a project. */
export interface Repository {
  /** The top folder of the work tree; absolute, without symbolic links. */
  readonly root: string;
  /** Where git keeps its own files; absolute. */
  readonly gitFolder: string;
  /** The commit that is checked out. */
  readonly head: string;
  /** Undefined when no branch is checked out, but a commit or a tag. */
  readonly branch: string | undefined;
}

/** Diagnostic: `release-outside-git`. */
export async function openRepository(folder: string): Promise<Repository> {
  const top = await git(folder, ["rev-parse", "--show-toplevel", "--absolute-git-dir"]);
  if (top.isMissing) return outside("git is not installed");
  if (top.status !== 0) return outside("there is no git repository here");
  const [root = "", gitFolder = ""] = linesOf(top);
  const head = await git(folder, ["rev-parse", "--verify", "--quiet", "HEAD"]);
  if (head.status !== 0) return outside("the repository has no commit yet");
  const branch = await git(folder, ["symbolic-ref", "--quiet", "--short", "HEAD"]);
  return {
    root: realpathSync(root),
    gitFolder: resolve(folder, gitFolder),
    head: linesOf(head)[0] ?? "",
    branch: linesOf(branch)[0],
  };
}

/** Ends the release: there is no repository to release from. Diagnostic: `release-outside-git`. */
export function outside(reason: string): never {
  return fail("release-outside-git", undefined, { reason });
}

/** Files that are changed, new or gone since the last commit, relative to the root; ignored ones are not. */
export async function changedFiles({ root }: Repository): Promise<readonly string[]> {
  const words = ["status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames"];
  const { stdout } = await git(root, words);
  const entries = stdout.toString("utf8").split("\0").filter(Boolean);
  return entries.map((entry) => entry.slice(3));
}

/** The commit that a tag or a name leads to; undefined when it is not in this clone. */
export async function commitOf({ root }: Repository, name: string): Promise<string | undefined> {
  const words = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`];
  return linesOf(await git(root, words))[0];
}

/** True when the history was cut off, as CI clones it. */
export async function isShallow({ root }: Repository): Promise<boolean> {
  return linesOf(await git(root, ["rev-parse", "--is-shallow-repository"]))[0] === "true";
}

/** Whether a commit is the one that is checked out, or one before it. */
export async function isInHistory({ root, head }: Repository, commit: string): Promise<boolean> {
  return (await git(root, ["merge-base", "--is-ancestor", commit, head])).status === 0;
}

/** All files of a commit, in a folder that stands for another one and is gone afterwards. */
export interface Checkout extends Disposable {
  readonly folder: string;
}

/**
 * Checks a commit out, beside everything that is. The copy is inside of the git folder: from there, a configuration
 * that is a program finds the packages of the project.
 */
export async function checkOut(
  { root, gitFolder }: Repository,
  commit: string,
  folder: string,
): Promise<Checkout> {
  removeAbandoned(gitFolder);
  const copy = mkdtempSync(join(gitFolder, `${COPY}${process.pid}-`));
  const env = { GIT_INDEX_FILE: join(copy, "index"), GIT_WORK_TREE: undefined };
  const tree = join(copy, "tree");
  const place = join(tree, relative(root, realpathSync(folder)));
  mkdirSync(place, { recursive: true });
  await git(root, ["read-tree", commit], env);
  await git(root, ["checkout-index", "--all", "--force", `--prefix=${tree}/`], env);
  return { folder: place, [Symbol.dispose]: () => rmSync(copy, { recursive: true, force: true }) };
}

/** What copies are called, before the number of the process that they are for. */
const COPY = "deckhand-copy-";

/** A run that was killed could not take its copy away. */
function removeAbandoned(gitFolder: string): void {
  for (const name of readdirSync(gitFolder).filter((one) => one.startsWith(COPY))) {
    const id = Number.parseInt(name.slice(COPY.length), 10);
    if (id > 0 && !isRunning(id)) rmSync(join(gitFolder, name), { recursive: true, force: true });
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // One of somebody else may not be asked, but it is there.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Those of the paths that git may keep: the output may be ignored on purpose. */
export async function notIgnored(
  { root }: Repository,
  paths: readonly string[],
): Promise<readonly string[]> {
  const ignored = new Set(linesOf(await git(root, ["check-ignore", "--no-index", ...paths])));
  return paths.filter((path) => !ignored.has(path));
}

/**
 * Runs git without a shell. An error's message is not in the user's language, so that it can be looked up; what it
 * would ask for on a terminal is refused instead.
 */
export function git(
  folder: string,
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<Ran> {
  return runProgram("git", words, {
    folder,
    env: { GIT_TERMINAL_PROMPT: "0", LC_ALL: "C", ...env },
  });
}

function linesOf({ status, stdout }: Ran): readonly string[] {
  if (status !== 0) return [];
  return stdout.toString("utf8").split(/\r?\n/).filter(Boolean);
}
