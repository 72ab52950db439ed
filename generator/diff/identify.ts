import { createHash } from "node:crypto";
import type { Change } from "./change.ts";

/** A change that has no id yet. */
export interface Unidentified extends Omit<Change, "id"> {
  /** The subject by its old name, where it may have another now. */
  readonly former?: string;
}

/** As many hexadecimal digits tell apart the changes of any diff. */
const LENGTH = 12;

/**
 * Gives every change an id that other changes do not touch: made of what it says and where, by the old names, positions in
 * lists left out. What can not be told apart by that is counted, in the order of the document.
 */
export function identify(changes: readonly Unidentified[]): readonly Change[] {
  const seen = new Map<string, number>();
  return changes.map(({ former, ...change }) => {
    const key = keyOf(change, former ?? change.subject);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    const hash = createHash("sha256").update(`${key}\n${count}`).digest("hex");
    return { id: hash.slice(0, LENGTH), ...change };
  });
}

function keyOf(change: Unidentified, subject: string): string {
  const { rule, direction, text } = change;
  return [rule, direction, subject, text, placeOf(change)].join("\n");
}

/**
 * The place of the thing itself, not of what would have it on the other side; below the operation or the component,
 * which the subject names.
 */
function placeOf({ rule, old, new: newer }: Unidentified): string {
  const { pointer } = rule.endsWith("-removed") ? old : newer;
  return pointer
    .replace(/^\/(?:paths|webhooks|x-webhooks)\/[^/]*\/[^/]*/, "")
    .replace(/^\/(?:components\/schemas|definitions)\/[^/]*/, "")
    .replaceAll(/\/\d+(?=\/|$)/g, "/*");
}
