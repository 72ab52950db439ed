import type { Place } from "../diagnostics.ts";
import type { RuleId } from "./rules.ts";

/**
 * What a change does to programs that were written against the old document; from worst to least. `names only` and
 * `documentation` are nothing on the wire: the one shows in the SDK, the other nowhere but in what people read.
 */
export const severities = [
  "breaking",
  "possibly breaking",
  "compatible",
  "names only",
  "documentation",
] as const;
export type Severity = (typeof severities)[number];

/** Which way the values travel that a change is about; `both` for what is about neither or either. */
export type ChangeDirection = "request" | "response" | "both";

/** One difference between two documents, as it shows on the wire. */
export interface Change {
  /** The same as long as the change is: in later runs, and whatever else changes. 12 hexadecimal digits. */
  readonly id: string;
  /** Stable: programs may rely on it (docs/diff.md lists all). */
  readonly rule: RuleId;
  readonly direction: ChangeDirection;
  readonly severity: Severity;
  /** What a user of the SDK knows it by: a function, a type, or the API itself. Text of the document. */
  readonly subject: string;
  /** What about the subject changed, in words that stand behind "subject:". */
  readonly text: string;
  /** Where it is in the old document, or where it would be. */
  readonly old: Place;
  /** The same in the new document. */
  readonly new: Place;
  /** Names of the functions (and webhooks) that it reaches, in the order of the new document. */
  readonly operations: readonly string[];
}
