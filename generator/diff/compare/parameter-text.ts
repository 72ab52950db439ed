import { describeTypes } from "../read/schema-types.ts";
import { type SchemaView, viewOf } from "../read/schema-view.ts";
import type { WireParameter } from "../read/wire.ts";
import { report } from "./comparison.ts";
import type { OperationPair } from "./operation-pair.ts";
import type { Schemas } from "./schema-pair.ts";
import type { Site } from "./site.ts";
import { typePlaces } from "./types.ts";

/**
 * Outside of a body all values are text: who takes any text takes `20` and `true` too. Reports a parameter that was a
 * number or a boolean and may be any text now, or the other way around; false for any other pair.
 */
export function compareText(
  { comparison, findings }: OperationPair,
  [old, newer]: readonly [WireParameter, WireParameter],
  schemas: Schemas,
  site: Site,
): boolean {
  const was = viewOf(comparison.old.spec, schemas.old);
  const is = viewOf(comparison.new.spec, schemas.new);
  if (was === undefined || is === undefined || !isText(old) || !isText(newer)) return false;
  const isWider = isPlain(was) && isAnyText(is);
  if (!isWider && !(isAnyText(was) && isPlain(is))) return false;
  const places = typePlaces({ old: was, new: is });
  report(findings, isWider ? "type-widened" : "type-narrowed", {
    direction: "request",
    site,
    at: { old: places.old ?? old.node, new: places.new ?? newer.node },
    was: describeTypes(was),
    is: describeTypes(is),
  });
  return true;
}

/** A parameter with `content` is written as its media type has it. */
function isText({ style }: WireParameter): boolean {
  return !style.includes("/");
}

const PLAIN = new Set(["integer", "number", "boolean"]);

function isPlain({ types }: SchemaView): boolean {
  return types !== undefined && types.size > 0 && [...types].every((type) => PLAIN.has(type));
}

function isAnyText(view: SchemaView): boolean {
  const { types, values, format, pattern, union, limits, conditions } = view;
  const words = [values, format, pattern, union];
  const isOpen = words.every((word) => word === undefined) && limits.size + conditions.size === 0;
  return isOpen && types?.size === 1 && types.has("string");
}
