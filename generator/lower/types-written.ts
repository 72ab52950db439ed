import type { Node } from "../spec/node.ts";
import type { Spec } from "../spec/spec.ts";
import type { JsonType } from "./json-types.ts";

/** Keywords that say something about values of one type only, and so hint at it where `type` is left out. */
const OBJECT_KEYWORDS = [
  "properties",
  "patternProperties",
  "required",
  "propertyNames",
  "minProperties",
  "maxProperties",
  "dependentRequired",
  "dependentSchemas",
  "unevaluatedProperties",
];
const ARRAY_KEYWORDS = [
  "items",
  "prefixItems",
  "minItems",
  "maxItems",
  "uniqueItems",
  "contains",
  "unevaluatedItems",
];

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

/** The types of which an untyped schema says something. */
export function hintedTypes(node: Node): readonly JsonType[] {
  const types: JsonType[] = [];
  const additional = node.get("additionalProperties");
  if (OBJECT_KEYWORDS.some((keyword) => saysSomething(node, keyword)) || additional !== undefined)
    types.push("object");
  if (ARRAY_KEYWORDS.some((keyword) => node.has(keyword))) types.push("array");
  return types;
}

/** Swagger 2.0 parameters carry `required: true`, which is no schema keyword. */
function saysSomething(node: Node, keyword: string): boolean {
  return node.has(keyword) && typeof node.record[keyword] === "object";
}

function withNullable(node: Node, types: readonly JsonType[]): readonly JsonType[] {
  return isNullable(node) && !types.includes("null") ? [...types, "null"] : types;
}

/** OpenAPI 3.0's `nullable`, and the extension that Swagger 2.0 documents use for it. */
export function isNullable(node: Node): boolean {
  return node.boolean("nullable") === true || node.boolean("x-nullable") === true;
}
