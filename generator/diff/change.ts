import type { Place } from "../diagnostics.ts";
import type { RuleId } from "./rules.ts";
import type { ChangeDirection, Severity } from "./severity.ts";

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
