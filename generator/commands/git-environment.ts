import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

/**
 * The environment for git in a folder. A hook of a linked worktree gets GIT_DIR without GIT_WORK_TREE, and then git takes
 * whatever folder it runs in for the top one (git-config, "core.worktree"): so GIT_DIR is left out where git finds the
 * same repository by itself. The index that a hook is to judge (GIT_INDEX_FILE) stays.
 */
export function gitEnvironment(folder: string): NodeJS.ProcessEnv {
  const { GIT_DIR: named, ...others } = process.env;
  if (named === undefined || others["GIT_WORK_TREE"] !== undefined) return process.env;
  const words = ["rev-parse", "--absolute-git-dir"];
  const { stdout } = spawnSync("git", words, { cwd: folder, env: others, encoding: "utf8" });
  return stdout?.trim() === resolve(named) ? others : process.env;
}
