import { compareText } from "../compare-text.ts";
import { NAME_ROLES } from "../layout/name-table.ts";
import { type Lock, LOCK_VERSION } from "./lock.ts";

/**
 * The text of a lock: one value a line, keys in the order of their code units, so that version control merges what
 * two branches added in different places. Characters that are invisible or turn text around are written as escapes.
 */
export function printLock({ generator, config, inputs, skipped, names, more }: Lock): string {
  const value = {
    lockVersion: LOCK_VERSION,
    generator,
    config,
    ...Object.fromEntries(sorted(more)),
    inputs: Object.fromEntries(sorted(inputs)),
    ...(skipped === undefined || skipped.size === 0
      ? {}
      : { skipped: Object.fromEntries(sorted(skipped)) }),
    names: Object.fromEntries(
      NAME_ROLES.flatMap((role) => {
        const members = names.get(role);
        if (members === undefined || members.size === 0) return [];
        return [[role, Object.fromEntries(sorted(members))] as const];
      }),
    ),
  };
  return `${escapeInvisible(JSON.stringify(value, null, 2))}\n`;
}

function sorted<T>(members: ReadonlyMap<string, T>): [string, T][] {
  return [...members].toSorted(([a], [b]) => compareText(a, b));
}

const invisible =
  /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

function escapeInvisible(json: string): string {
  return json.replace(
    invisible,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
