import type { Change } from "./change.ts";
import type { Verdict } from "./verdict.ts";

/** All that a comparison of two documents, or published packages, found, as every output shows it. */
export interface Diff {
  readonly old: DiffSide;
  readonly new: DiffSide;
  readonly changes: readonly Change[];
  readonly verdict: Verdict;
  /** Why only the types could be compared, where that is so; `changes` and `verdict.wire` say nothing then. */
  readonly unseen?: string;
}

export interface DiffSide {
  /** As the user named it. */
  readonly name: string;
  /** `info.title` and `info.version` of the document, or the name and the version of the package. */
  readonly title: string;
  readonly version: string;
}
