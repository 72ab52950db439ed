import { reportingErrors } from "./errors.ts";
import { makeFolder } from "./make-folder.ts";
import type { OutputFile, OutputFolder } from "./output-file.ts";
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
  folder: OutputFolder,
  files: readonly OutputFile[],
  options: PlanOptions,
): WriteSummary {
  return reportingErrors(folder.name, () => {
    recover(folder);
    const plan = planWrite(folder, files, options);
    const written = plan.write.map(({ path }) => path);
    if (written.length > 0 || plan.remove.length > 0) {
      makeFolder(folder.path);
      commit(folder.path, plan.write, plan.remove);
    }
    return { written, unchanged: plan.unchanged, removed: plan.remove };
  });
}
