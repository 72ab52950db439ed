import type { Node } from "../../spec/node.ts";
import type { Spec } from "../../spec/spec.ts";
import type { JsonType } from "../algebra/json-type.ts";

/**
 * Keywords that describe values of one type only. Where `type` is left out, authors of OpenAPI documents take them for
 * it; they do not with keywords that are newer or that only restrict.
 */
const CUSTOMARY_OBJECT = new Set([
  "properties",
  "patternProperties",
  "required",
  "additionalProperties",
]);
const CUSTOMARY_ARRAY = new Set(["items", "prefixItems"]);
const OBJECT = new Set([
  ...CUSTOMARY_OBJECT,
  "propertyNames",
  "unevaluatedProperties",
  "dependentRequired",
  "dependentSchemas",
]);
const ARRAY = new Set([...CUSTOMARY_ARRAY, "unevaluatedItems"]);

/** Words of `type` by the JSON type they mean. `file` is Swagger 2.0's; the others are common slips. */
const WORDS = new Map<string, JsonType>([
  ["object", "object"],
  ["array", "array"],
  ["string", "string"],
  ["file", "string"],
  ["number", "number"],
  ["integer", "number"],
  ["boolean", "boolean"],
  ["null", "null"],
]);

const ALONE = new Map<JsonType, readonly JsonType[]>(
  [...WORDS.values()].map((type) => [type, [type]]),
);

/**
 * The types that a schema names, in order. Where it names none, its other keywords are taken for an author's hint
 * (`properties` alone means an object), unless the schema declares itself plain JSON Schema with `$schema`:
 * there, keywords of one type say nothing about values of another.
 *
 * @returns undefined when nothing is said or a word is unknown
 */
export function typesWritten(node: Node, spec: Spec): readonly JsonType[] | undefined {
  const single = node.string("type");
  const type = single === undefined ? undefined : WORDS.get(single);
  if (type !== undefined)
    return isNullable(node) && type !== "null" ? [type, "null"] : ALONE.get(type);
  const words = node.has("type") ? typeWords(node) : undefined;
  const types = words?.map((word) => WORDS.get(word)) ?? [];
  const known = types.filter((type) => type !== undefined);
  if (known.length > 0 && known.length === types.length)
    return withNullable(node, [...new Set(known)]);
  const hinted = spec.isExact(node) ? [] : hintedTypes(node);
  return hinted.length > 0 ? withNullable(node, hinted) : undefined;
}

/** The words of `type`, one or several. */
export function typeWords(node: Node): readonly string[] {
  const one = node.string("type");
  return one === undefined ? node.strings("type") : [one];
}

/** True when a word of `type` is none that JSON Schema, OpenAPI 3 or Swagger 2.0 knows. */
export function unknownTypeWord(node: Node): string | undefined {
  if (WORDS.has(node.string("type") ?? "")) return undefined;
  return typeWords(node).find((word) => !WORDS.has(word));
}

/** The types of which an untyped schema says something that a type can say. */
export function describedTypes(node: Node): readonly JsonType[] {
  const types = hintedTypes(node, OBJECT, ARRAY);
  return node.number("maxProperties") === 0 && !types.includes("object")
    ? ["object", ...types]
    : types;
}

/** The types for which an author's keywords stand, where `type` is left out. */
export function hintedTypes(
  { record }: Node,
  ofObjects: ReadonlySet<string> = CUSTOMARY_OBJECT,
  ofArrays: ReadonlySet<string> = CUSTOMARY_ARRAY,
): readonly JsonType[] {
  let ofObject = false;
  let ofArray = false;
  for (const keyword in record) {
    if (ofObjects.has(keyword)) ofObject ||= keyword !== "required" || hasNames(record);
    else if (ofArrays.has(keyword)) ofArray = true;
  }
  if (!ofObject) return ofArray ? ["array"] : [];
  return ofArray ? ["object", "array"] : ["object"];
}

/** Swagger 2.0 parameters carry `required: true`, which is no schema keyword. */
function hasNames({ required }: Readonly<Record<string, unknown>>): boolean {
  return typeof required === "object";
}

function withNullable(node: Node, types: readonly JsonType[]): readonly JsonType[] {
  return isNullable(node) && !types.includes("null") ? [...types, "null"] : types;
}

/** OpenAPI 3.0's `nullable`, and the extension that Swagger 2.0 documents use for it. */
export function isNullable({ record }: Node): boolean {
  return record["nullable"] === true || record["x-nullable"] === true;
}
