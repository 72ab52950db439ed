import { basename } from "node:path";
import { reportingErrors } from "../../write/errors.ts";
import { refuseEscapes } from "../../write/paths.ts";
import { commit, recover } from "../../write/transaction.ts";
import type { PullPlan } from "./plan-pull.ts";
import type { PullProject } from "./pull-project.ts";

/** Finishes what an earlier pull was writing when it was killed. Diagnostics: `output-busy`, `output-unwritable`. */
export function recoverProject({ folder }: PullProject): void {
  const name = basename(folder);
  reportingErrors(name, () => recover({ path: folder, name }));
}

/**
 * Writes all files and the lock, or nothing (see transaction.ts). Diagnostics: `output-leaves-folder`,
 * `output-unwritable`.
 */
export function writePull({ folder }: PullProject, { write, remove, lock }: PullPlan): void {
  const files = [
    ...write.map(({ path, text }) => ({ path, text })),
    ...(lock === undefined ? [] : [lock]),
  ];
  if (files.length === 0 && remove.length === 0) return;
  reportingErrors(basename(folder), () => {
    refuseEscapes(folder, [...files.map(({ path }) => path), ...remove]);
    commit(folder, files, remove);
  });
}
