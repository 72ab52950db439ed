import { mkdirSync } from "node:fs";
import { fail } from "../diagnostics.ts";
import type { OutputFile } from "./output-file.ts";
import { type PlanOptions, planWrite } from "./plan.ts";
import { commit, recover } from "./transaction.ts";

export interface WriteSummary {
  /** Paths of the files that were new or changed. */
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Makes a folder hold exactly the new output, beside whatever is not Deckhand's. Only files whose bytes changed are
 * written, and all of them or none (see transaction.ts). Diagnostics: those of `planWrite`, and `output-unwritable`.
 */
export function writeOutput(
  folder: string,
  files: readonly OutputFile[],
  options: PlanOptions,
): WriteSummary {
  return reportingErrors(folder, () => {
    recover(folder);
    const plan = planWrite(folder, files, options);
    const written = plan.write.map(({ path }) => path);
    if (written.length > 0 || plan.remove.length > 0) {
      mkdirSync(folder, { recursive: true });
      commit(folder, plan.write, plan.remove);
    }
    return { written, unchanged: plan.unchanged, removed: plan.remove };
  });
}

/** Turns errors of the file system into diagnostics; everything else passes. */
function reportingErrors<T>(folder: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || !(error instanceof Error) || !("syscall" in error)) throw error;
    return fail("output-unwritable", undefined, { folder, reason: reasonOf(code, error.message) });
  }
}

const reasons: ReadonlyMap<string, string> = new Map([
  ["EACCES", "writing there is not permitted"],
  ["EPERM", "writing there is not permitted"],
  ["EROFS", "its file system can only be read"],
  ["ENOSPC", "its disk is full"],
  ["EDQUOT", "its disk quota is used up"],
  ["ENOTDIR", "a file stands where a folder is needed"],
  ["EEXIST", "a file stands where a folder is needed"],
  ["EISDIR", "a folder stands where a file is needed"],
  ["ENAMETOOLONG", "a file name is too long for its file system"],
]);

function reasonOf(code: string, message: string): string {
  return reasons.get(code) ?? message;
}
