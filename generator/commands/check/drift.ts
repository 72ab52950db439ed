import type { WritePlan } from "../../write/plan.ts";
import type { RunLock } from "../run-pipeline.ts";

/** How a project differs from what `generate` would write. */
export interface Drift {
  /** The output folder, as people see it. */
  readonly output: string;
  readonly files: readonly DriftedFile[];
  /** How many files are as they should be. */
  readonly unchanged: number;
  /** What changed since the SDK was generated: inputs, configuration, Deckhand. Undefined where no lock tells. */
  readonly moved: readonly string[] | undefined;
  /** True when it is about what git is going to commit. */
  readonly staged: boolean;
}

export type DriftedFile =
  | {
      readonly kind: "changed";
      readonly path: string;
      readonly name: string;
      readonly before: string;
      readonly text: string;
    }
  | { readonly kind: "missing" | "surplus"; readonly path: string; readonly name: string };

/** Files of the output in the order of the plan, then the lock. */
export function driftOf(plan: WritePlan, lock: RunLock | undefined): Omit<Drift, "staged"> {
  const { folder, write, remove, unchanged } = plan;
  const files = write.map(({ path, before, text }) =>
    compared(path, `${folder.name}/${path}`, before, text),
  );
  const surplus = remove.map((path): DriftedFile => ({
    kind: "surplus",
    path,
    name: `${folder.name}/${path}`,
  }));
  const own =
    lock === undefined || lock.before === lock.text
      ? []
      : [compared(lock.name, lock.name, lock.before, lock.text)];
  return {
    output: folder.name,
    files: [...files, ...surplus, ...own],
    unchanged: unchanged.length,
    moved: lock?.moved,
  };
}

function compared(
  path: string,
  name: string,
  before: string | undefined,
  text: string,
): DriftedFile {
  return before === undefined
    ? { kind: "missing", path, name }
    : { kind: "changed", path, name, before, text };
}
