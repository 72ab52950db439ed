import { includesType } from "../read/schema-types.ts";
import type { SchemaView } from "../read/schema-view.ts";
import { anyOf, code } from "../names.ts";
import { reportPair, type SchemaPair } from "./schema-pair.ts";

/** Types, `null` apart. Values that have nothing in common are not compared any further. */
export function compareTypes(pair: SchemaPair): "comparable" | "different" {
  const { old, new: newer } = pair;
  const grown = missing(newer, old);
  const shrunk = missing(old, newer);
  if (!grown && !shrunk) return "comparable";
  const words = { ...places(pair), was: describeTypes(old), is: describeTypes(newer) };
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

/** "`string` or `integer`": the words of the document. */
export function describeTypes({ types }: SchemaView): string {
  if (types === undefined) return "anything";
  return types.size === 0 ? "nothing" : anyOf([...types].map(code));
}

/** Where nothing is said of types, `null` is among everything else. */
export function compareNull(pair: SchemaPair): void {
  const { old, new: newer } = pair;
  if (allowsNull(old) === allowsNull(newer)) return;
  if (isAnything(old) || isAnything(newer)) return;
  const rule = allowsNull(newer) ? "became-nullable" : "became-not-nullable";
  reportPair(pair, rule, places(pair));
}

function allowsNull(view: SchemaView): boolean {
  return view.nullable === true;
}

function isAnything({ types, nullable, union }: SchemaView): boolean {
  return types === undefined && nullable === undefined && union === undefined;
}

/** The keywords that say the types. */
function places({
  old,
  new: newer,
}: SchemaPair): Pick<Parameters<typeof reportPair>[2], "old" | "new"> {
  return { old: typeNode(old), new: typeNode(newer) };
}

function typeNode({ parts }: SchemaView): ReturnType<SchemaView["node"]["get"]> {
  return parts.find((part) => part.has("type"))?.get("type");
}
