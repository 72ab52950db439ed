import { saysNothing } from "../read/says-nothing.ts";
import { describeTypes, includesType } from "../read/schema-types.ts";
import type { SchemaView } from "../read/schema-view.ts";
import { nullPlaces } from "./null-places.ts";
import { reportPair, type SchemaPair } from "./schema-pair.ts";

/** A schema that says nothing and one that says something: all that it says is one change. */
export function compareOpenness(pair: SchemaPair): "done" | "more" {
  const [was, is] = [pair.old, pair.new].map(saysNothing);
  if (was !== is) {
    const words = {
      ...typePlaces(pair),
      was: describeTypes(pair.old),
      is: describeTypes(pair.new),
    };
    reportPair(pair, was === true ? "type-narrowed" : "type-widened", words);
  }
  return was === true || is === true ? "done" : "more";
}

/** Types, `null` apart. Values that have nothing in common are not compared any further. */
export function compareTypes(pair: SchemaPair): "comparable" | "different" {
  const { old, new: newer } = pair;
  const grown = missing(newer, old);
  const shrunk = missing(old, newer);
  if (!grown && !shrunk) return "comparable";
  const words = { ...typePlaces(pair), was: describeTypes(old), is: describeTypes(newer) };
  if (grown && shrunk) {
    reportPair(pair, "type-changed", words);
    return haveCommon(old, newer) ? "comparable" : "different";
  }
  reportPair(pair, grown ? "type-widened" : "type-narrowed", words);
  return "comparable";
}

/** True when `one` allows a type that `other` does not. */
function missing({ types: one }: SchemaView, { types: other }: SchemaView): boolean {
  if (other === undefined) return false;
  return one === undefined || [...one].some((type) => !includesType(other, type));
}

function haveCommon({ types: one }: SchemaView, { types: other }: SchemaView): boolean {
  if (one === undefined || other === undefined) return true;
  return (
    [...one].some((type) => includesType(other, type)) ||
    [...other].some((type) => includesType(one, type))
  );
}

/** Whether `null` is a value. */
export function compareNull(pair: SchemaPair): void {
  const { old, new: newer } = pair;
  if (allowsNull(old) === allowsNull(newer)) return;
  const rule = allowsNull(newer) ? "became-nullable" : "became-not-nullable";
  reportPair(pair, rule, nullPlaces(old, newer));
}

/** Where nothing is said of types, `null` is among everything else. */
function allowsNull({ nullable, types, union, values }: SchemaView): boolean {
  if (nullable !== undefined) return nullable;
  return types === undefined && union === undefined && values === undefined;
}

/** The keywords that say the types. */
export function typePlaces({
  old,
  new: newer,
}: Pick<SchemaPair, "old" | "new">): Pick<Parameters<typeof reportPair>[2], "old" | "new"> {
  return { old: typeNode(old), new: typeNode(newer) };
}

function typeNode({ parts }: SchemaView): ReturnType<SchemaView["node"]["get"]> {
  return parts.find((part) => part.has("type"))?.get("type");
}
