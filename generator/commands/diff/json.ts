import type { Place } from "../../diagnostics.ts";
import type { Diff } from "../../diff/diff.ts";

/** A diff in the words of `--json`. */
export function jsonOf({
  old,
  new: newer,
  changes,
  verdict,
  unseen,
}: Diff): Readonly<Record<string, unknown>> {
  return {
    old,
    new: newer,
    verdict: { wire: unseen === undefined ? verdict.wire : null, package: verdict.package },
    ...(unseen === undefined ? {} : { wireNotCompared: unseen }),
    reasons: verdict.reasons,
    changes: changes.map((change) => ({
      ...change,
      old: placeOf(change.old),
      new: placeOf(change.new),
    })),
  };
}

function placeOf({ source, pointer }: Place): object {
  return { file: source.name, pointer, ...source.locate(pointer) };
}
