import type { Node } from "../../spec/node.ts";
import type { Spec } from "../../spec/spec.ts";
import { anyOf, code } from "../names.ts";
import type { Union } from "./schema-parts.ts";
import { hintedTypes, isNullable, typeWords } from "../../spec/type-keywords.ts";

/** The types that all parts allow, `null` left out; undefined when none says anything. */
export function typesOf(
  parts: readonly Node[],
  values: ReadonlyMap<string, Node> | undefined,
  spec: Spec,
): ReadonlySet<string> | undefined {
  const written = parts.flatMap((part) => typesOfPart(part) ?? []);
  const [first, ...others] = written.length > 0 ? written : guesses(parts, values, spec);
  return first && others.reduce(intersect, first);
}

function typesOfPart(part: Node): ReadonlySet<string> | undefined {
  if (part.value === false) return new Set();
  const words = typeWords(part).map((word) => (word === "file" ? "string" : word));
  return words.length === 0 ? undefined : new Set(words.filter((word) => word !== "null"));
}

/** Without `type`: what the listed values are, or what the other keywords are about. */
function guesses(
  parts: readonly Node[],
  values: ReadonlyMap<string, Node> | undefined,
  spec: Spec,
): readonly ReadonlySet<string>[] {
  if (values !== undefined) {
    const types = [...values.values()].map(({ value }) => typeOfValue(value));
    return [new Set(types.filter((type) => type !== "null"))];
  }
  return parts.flatMap((part) => {
    const hints = spec.isExact(part) ? [] : hintedTypes(part);
    return hints.length === 0 ? [] : new Set(hints);
  });
}

function typeOfValue(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

function intersect(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([
    ...[...one].filter((type) => includesType(other, type)),
    ...[...other].filter((type) => includesType(one, type)),
  ]);
}

/** Every integer is a number. */
export function includesType(types: ReadonlySet<string>, type: string): boolean {
  return types.has(type) || (type === "integer" && types.has("number"));
}

/** "`string` or `integer`": the words of the document. */
export function describeTypes({
  types,
  union,
}: {
  readonly types: ReadonlySet<string> | undefined;
  readonly union: Union | undefined;
}): string {
  if (union !== undefined) return `one of ${union.members.length} variants`;
  if (types === undefined) return "anything";
  return types.size === 0 ? "nothing" : anyOf([...types].map(code));
}

/** Whether `null` is a value. People write `nullable` beside `allOf` and mean the whole. */
export function nullabilityOf(parts: readonly Node[]): boolean | undefined {
  if (parts[0] !== undefined && isNullable(parts[0])) return true;
  const said = parts.flatMap((part) => allowsNull(part) ?? []);
  return said.length === 0 ? undefined : said.every(Boolean);
}

function allowsNull(part: Node): boolean | undefined {
  if (isNullable(part)) return true;
  const words = typeWords(part);
  if (words.length > 0) return words.includes("null");
  if (part.has("const")) return part.record["const"] === null;
  const values = part.get("enum")?.items();
  return values?.some(({ value }) => value === null);
}
