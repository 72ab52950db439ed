import type { WireOperation } from "../read/wire.ts";
import type { Comparison, Findings } from "./comparison.ts";
import type { Site } from "./site.ts";

/** Two operations and what the steps of comparing them share. */
export interface OperationPair {
  readonly comparison: Comparison;
  readonly old: WireOperation;
  readonly new: WireOperation;
  readonly findings: Findings;
  readonly site: Site;
  /** Which way the body travels; its answer travels the other way. */
  readonly bodyDirection: "request" | "response";
}
