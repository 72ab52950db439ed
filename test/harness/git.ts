import { execFileSync } from "node:child_process";

/** Neither what the machine's user has configured nor a hook around a test may matter. */
export const gitEnvironment: Readonly<Record<string, string | undefined>> = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "A",
  GIT_AUTHOR_EMAIL: "a@example.com",
  GIT_COMMITTER_NAME: "A",
  GIT_COMMITTER_EMAIL: "a@example.com",
  GIT_DIR: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_WORK_TREE: undefined,
};

/** Runs git in a folder and gives what it prints, without the last line end. Throws when git fails. */
export function git(folder: string, ...words: readonly string[]): string {
  const env = { ...process.env, ...gitEnvironment };
  return execFileSync("git", words, { cwd: folder, env, encoding: "utf8" }).trimEnd();
}

/** Commits all that is in a folder, making it a repository first where it is none; gives the commit. */
export function commitAll(folder: string): string {
  git(folder, "init", "--quiet");
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--message", "Change");
  return git(folder, "rev-parse", "HEAD");
}
