import type { Node } from "../../spec/node.ts";
import type { Spec } from "../../spec/spec.ts";
import { hintedTypes, isNullable, typeWords } from "../../spec/type-keywords.ts";
import type { JsonType } from "../algebra/json-type.ts";

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
  return hinted.length > 0 && !isOverruled(node, spec, hinted)
    ? withNullable(node, hinted)
    : undefined;
}

/** A choice beside the keywords names a type that they do not mean: then they only describe some of the values. */
function isOverruled(node: Node, spec: Spec, hinted: readonly JsonType[]): boolean {
  const members = (node.get("oneOf") ?? node.get("anyOf"))?.items() ?? [];
  return members.some((member) => {
    const target = spec.follow(member);
    const types = target === undefined ? [] : typeWords(target).map((word) => WORDS.get(word));
    return types.some((type) => type !== undefined && type !== "null" && !hinted.includes(type));
  });
}

/** True when a word of `type` is none that JSON Schema, OpenAPI 3 or Swagger 2.0 knows. */
export function unknownTypeWord(node: Node): string | undefined {
  if (WORDS.has(node.string("type") ?? "")) return undefined;
  const type = node.get("type");
  if (type?.isObject === true) return JSON.stringify(type.value).slice(0, 60);
  return typeWords(node).find((word) => !WORDS.has(word));
}

function withNullable(node: Node, types: readonly JsonType[]): readonly JsonType[] {
  return isNullable(node) && !types.includes("null") ? [...types, "null"] : types;
}
