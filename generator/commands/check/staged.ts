import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fail } from "../../diagnostics.ts";
import { gitEnvironment } from "../git-environment.ts";

/** What git is about to commit, as files: parts of its index, checked out into a folder of their own. */
export interface Staged extends Disposable {
  /** Stands for the folder that the command runs in. */
  readonly folder: string;
  /** Checks out files, whole folders, and what lies flat or deep in a folder; what is not in the index stays away. */
  bring(wanted: readonly Wanted[]): void;
}

export interface Wanted {
  /** A path in the copy. */
  readonly path: string;
  /**
   * `itself`: a file, or a folder with all that is in it. `beside`: the files right in a folder. `documents`: those in
   * and below a folder that can be documents.
   */
  readonly kind: "itself" | "beside" | "documents";
}

/**
 * Opens the index of the repository around a folder. The copy is inside of the git folder: from there, a configuration
 * that is a program finds the packages of the project. Diagnostic: `staged-unavailable`.
 */
export function openStaged(folder: string): Staged {
  const top = realpathSync(text(git(folder, ["rev-parse", "--show-toplevel"])));
  const gitFolder = resolve(folder, text(git(folder, ["rev-parse", "--absolute-git-dir"])));
  const copy = mkdtempSync(join(gitFolder, "deckhand-"));
  const place = join(copy, relative(top, realpathSync(folder)));
  mkdirSync(place, { recursive: true });
  return {
    folder: place,
    bring(wanted) {
      const inside = wanted.filter(({ path }) => `${path}${sep}`.startsWith(`${copy}${sep}`));
      const patterns = inside.flatMap(({ path, kind }) =>
        patternsOf(relative(copy, path).split(sep).join("/"), kind),
      );
      if (patterns.length === 0) return;
      const files = git(top, ["ls-files", "--cached", "-z", "--", ...patterns]);
      const words = ["checkout-index", "--force", "-z", "--stdin", `--prefix=${copy}/`];
      git(top, [...AS_STORED, ...words], files);
    },
    [Symbol.dispose]: () => rmSync(copy, { recursive: true, force: true }),
  };
}

/** Git for Windows ends the lines of what it checks out with CRLF: what is committed has LF. */
const AS_STORED = ["-c", "core.autocrlf=false", "-c", "core.eol=lf"];

/** Pathspecs (gitglossary, "pathspec"), relative to the top folder; names are quoted so that nothing in them is magic. */
function patternsOf(path: string, kind: Wanted["kind"]): readonly string[] {
  const name = path.replace(/[\\*?[\]]/g, "\\$&");
  const below = name === "" ? "" : `${name}/`;
  switch (kind) {
    case "itself":
      return [`:(glob)${name}`, `:(glob)${below}**`];
    case "beside":
      return [`:(glob)${below}*`];
    case "documents":
      return ["json", "yaml", "yml"].map((ending) => `:(glob)${below}**/*.${ending}`);
  }
}

/** The folder of a path, for what may be referred to from it. */
export function besides(path: string): Wanted {
  return { path: dirname(path), kind: "documents" };
}

function text(output: Buffer): string {
  return output.toString("utf8").replace(/\r?\n$/, "");
}

/** Runs git without a shell. In a hook, the environment names the index that is to be committed. */
function git(folder: string, words: readonly string[], input?: Buffer): Buffer {
  const { error, status, stdout, stderr } = spawnSync("git", words, {
    cwd: folder,
    env: gitEnvironment(folder),
    input,
    maxBuffer: 256 * 1024 * 1024,
  });
  if (error !== undefined)
    return fail("staged-unavailable", undefined, { reason: reasonOf(error) });
  if (status === 0) return stdout;
  const reason = text(stderr).split("\n")[0] ?? "";
  return fail("staged-unavailable", undefined, { reason: reason.replace(/^fatal: /, "") });
}

function reasonOf(error: NodeJS.ErrnoException): string {
  return error.code === "ENOENT" ? "git is not installed" : error.message;
}
