import type { Place } from "../../diagnostics.ts";
import type { WrittenEvents, WrittenEventType } from "../../source.ts";
import type { Change } from "../change.ts";
import { identify, type Unidentified } from "../identify.ts";
import { type RuleId, rules, severityOf } from "../rules.ts";

/**
 * What changed between two lists of event types: of a docs page or of a configuration. A list that one of the sides
 * does not have says nothing of what changed.
 */
export function compareWrittenEvents(
  old: WrittenEvents | undefined,
  newer: WrittenEvents | undefined,
): readonly Change[] {
  if (old === undefined || newer === undefined) return [];
  const before = new Map(old.types.map((one) => [one.type, one]));
  const after = new Map(newer.types.map((one) => [one.type, one]));
  const top = {
    old: { source: old.source, pointer: "" },
    new: { source: newer.source, pointer: "" },
  };
  return identify([
    ...old.types
      .filter(({ type }) => !after.has(type))
      .map((one) => changeOf("event-removed", one, { ...top, old: placeOf(old, one) })),
    ...newer.types.flatMap((one) => {
      const was = before.get(one.type);
      const place = placeOf(newer, one);
      if (was === undefined) return changeOf("event-added", one, { ...top, new: place });
      if (was.description === one.description) return [];
      return changeOf("documentation-changed", one, { old: placeOf(old, was), new: place });
    }),
  ]);
}

function placeOf({ source }: WrittenEvents, { pointer }: WrittenEventType): Place {
  return { source, pointer };
}

function changeOf(
  rule: RuleId,
  { type }: WrittenEventType,
  at: { readonly old: Place; readonly new: Place },
): Unidentified {
  const direction = "both";
  const text = rules[rule].text({ part: "it", direction, was: "", is: "" });
  return {
    rule,
    direction,
    severity: severityOf(rule, direction),
    subject: type,
    text,
    ...at,
    operations: [],
  };
}
