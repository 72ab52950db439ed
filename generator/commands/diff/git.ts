import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { fail } from "../../diagnostics.ts";
import { gitEnvironment } from "../git-environment.ts";
import type { AtRevision } from "./side-name.ts";

/** A commit that can be read from. */
export interface Repository {
  /** The top folder of the working tree, absolute. */
  readonly root: string;
  /** The name of the commit, which no option can be mistaken for. */
  readonly commit: string;
}

/** No document comes near; as for files, 256 MiB. */
const MAX_BYTES = 256 * 1024 * 1024;

/**
 * Finds the repository around a folder and a commit in it.
 * Diagnostic: `document-not-found`, with the reason.
 */
export function openRepository(folder: string, { name, revision }: AtRevision): Repository {
  const top = git(folder, ["rev-parse", "--show-toplevel"], name);
  if (top === undefined)
    return notFound(name, "it is no file, and there is no git repository here");
  const commit = git(
    folder,
    ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`],
    name,
  );
  if (commit === undefined) {
    return notFound(name, unknownRevision(revision, isShallow(folder)));
  }
  return { root: realpathSync(textOf(top)), commit: textOf(commit) };
}

/** The commit of a name, or of a tag, in the repository around a folder; undefined where git knows of none. */
export function findCommit(folder: string, revision: string): Repository | undefined {
  const top = run(folder, ["rev-parse", "--show-toplevel"]).stdout;
  const words = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`];
  const found = run(folder, words).stdout;
  if (top === undefined || found === undefined) return undefined;
  return { root: realpathSync(textOf(top)), commit: textOf(found) };
}

/** The bytes of a file at the commit; undefined if there is no such file. */
export function readBlob({ root, commit }: Repository, path: string): Buffer | undefined {
  return git(root, ["cat-file", "blob", `${commit}:${path}`], path);
}

/** True in a clone that lacks older commits. */
export function isShallow(folder: string): boolean {
  return textOf(run(folder, ["rev-parse", "--is-shallow-repository"]).stdout) === "true";
}

function unknownRevision(revision: string, shallow: boolean): string {
  const unknown = `the revision "${revision}" is not in this repository`;
  return shallow
    ? `${unknown}, which is a shallow clone (\`git fetch --unshallow\` completes it)`
    : unknown;
}

/** Ends the command: a revision or a file in it is not there. Diagnostic: `document-not-found`. */
export function notFound(input: string, reason: string): never {
  return fail("document-not-found", undefined, { input, reason });
}

function textOf(output: Buffer | undefined): string {
  return (output ?? "").toString().trim();
}

/** As `run`, where git is needed. */
function git(folder: string, words: readonly string[], name: string): Buffer | undefined {
  const { isMissing, stdout } = run(folder, words);
  if (isMissing)
    return notFound(name, "it is no file, and git, which could know it, is not installed");
  return stdout;
}

interface Ran {
  readonly isMissing: boolean;
  /** Undefined when it failed. */
  readonly stdout: Buffer | undefined;
}

/** Runs git without a shell. Configuration of the repository's can start no program here. */
function run(folder: string, words: readonly string[]): Ran {
  const { error, status, stdout } = spawnSync("git", ["--no-optional-locks", ...words], {
    cwd: folder,
    maxBuffer: MAX_BYTES,
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...gitEnvironment(folder), GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" },
  });
  const isMissing = error !== undefined && "code" in error && error.code === "ENOENT";
  return { isMissing, stdout: status === 0 ? stdout : undefined };
}
