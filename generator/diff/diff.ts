import type { Change } from "./change.ts";
import type { Verdict } from "./verdict.ts";

/** All that a comparison of two documents found, as every output shows it. */
export interface Diff {
  readonly old: DiffSide;
  readonly new: DiffSide;
  readonly changes: readonly Change[];
  readonly verdict: Verdict;
}

export interface DiffSide {
  /** As the user named it. */
  readonly name: string;
  /** `info.title` and `info.version` of the document. */
  readonly title: string;
  readonly version: string;
}
