import type { Diagnostics } from "../diagnostics.ts";
import type { NetworkPolicy } from "./network/policy.ts";

/** The options with everything decided. */
export interface LoadContext {
  readonly folder: string;
  readonly network: NetworkPolicy;
  readonly diagnostics: Diagnostics;
}
