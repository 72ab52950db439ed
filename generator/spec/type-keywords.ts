import type { Node } from "./node.ts";

/** The words of `type`, one or several. */
export function typeWords(node: Node): readonly string[] {
  const one = node.string("type");
  return one === undefined ? node.strings("type") : [one];
}

/** OpenAPI 3.0's `nullable`, and the extension that Swagger 2.0 documents use for it. */
export function isNullable({ record }: Node): boolean {
  return record["nullable"] === true || record["x-nullable"] === true;
}

/** What keywords alone can say that a value is. */
export type StructuredType = "object" | "array";

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

/** The types of which an untyped schema says something that a type can say. */
export function describedTypes(node: Node): readonly StructuredType[] {
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
): readonly StructuredType[] {
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
