import type { Schema } from "../../model.ts";
import type { Node } from "../../spec/node.ts";
import { NEVER, objectOf, UNKNOWN } from "../algebra/basics.ts";
import { evaluatedMembers } from "./evaluated.ts";
import { intersectionOf } from "../algebra/intersection.ts";
import { restrict } from "../algebra/restrict.ts";
import { unionOf } from "../algebra/union.ts";
import type { Context, Use } from "../context.ts";
import { lowerUnion } from "./discriminator.ts";
import { inheritedTag } from "./inherited-tag.ts";
import { ALL_TYPES } from "../algebra/json-type.ts";
import { referTo } from "./reference.ts";
import { lowerSchema } from "./schema.ts";
import { typesWritten } from "./types-written.ts";
import { absenceOf, mentionOf, optionalMembers } from "../algebra/vague.ts";

const KEYWORDS = new Set([
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "if",
  "dependentRequired",
  "dependentSchemas",
  "$dynamicRef",
]);

/** True where a schema has conditions beside its own keywords, or a reference beside other keywords. */
export function hasParts({ record }: Node): boolean {
  for (const keyword in record) if (KEYWORDS.has(keyword)) return true;
  return typeof record["$ref"] === "string" && Object.keys(record).length > 1;
}

/** The conditions of `allOf`, `anyOf`, `oneOf`, `not`, `if` and the dependencies (JSON Schema core, section 10.2). */
export function lowerComposition(context: Context, node: Node, use: Use): readonly Schema[] {
  const parts: Schema[] = [];
  const { record } = node;
  for (const keyword in record) {
    if (!KEYWORDS.has(keyword)) continue;
    const at = node.get(keyword);
    if (at !== undefined) parts.push(...lowerKeyword(context, node, at, use));
  }
  return parts;
}

function lowerKeyword(context: Context, node: Node, at: Node, use: Use): readonly Schema[] {
  switch (at.key) {
    case "allOf":
      return lowerAllOf(context, node, at, use);
    case "oneOf":
      if (at.items().filter(({ value }) => value === true).length > 1) return [NEVER];
      return at.items().length === 0 ? [] : [lowerUnion(context, node, at.items(), use)];
    case "anyOf":
      return at.items().length === 0 ? [] : [lowerUnion(context, node, at.items(), use)];
    case "not":
      return [lowerNot(context, node, at)];
    case "if":
      return [lowerIf(context, node, at, use)];
    case "dependentRequired":
      return at
        .members()
        .map((member) => ofObjects(context, node, lowerDependency(member.key, requiring(member))));
    case "dependentSchemas":
      return at
        .members()
        .map((member) =>
          ofObjects(context, node, lowerDependency(member.key, lowerSchema(context, member, use))),
        );
    case "$dynamicRef":
      return [lowerDynamicRef(context, at, use)];
    default:
      return [];
  }
}

function lowerAllOf(context: Context, node: Node, at: Node, use: Use): readonly Schema[] {
  return at.items().flatMap((member) => {
    const schema = lowerSchema(context, member, use);
    const tag = inheritedTag(context, node, member);
    return tag === undefined ? [schema] : [schema, tag];
  });
}

/**
 * What is left when `not` is taken away, where types can say it: whole JSON types, or the absence of a property.
 * Anything else would need "every value but these", which TypeScript does not have.
 */
function lowerNot(context: Context, node: Node, at: Node): Schema {
  if (at.value === true || (at.isObject && Object.keys(at.record).length === 0)) return NEVER;
  if (at.value === false) return UNKNOWN;
  const keywords = Object.keys(at.record).filter(
    (key) => !["description", "title", "$comment"].includes(key),
  );
  if (keywords.length === 1 && keywords[0] === "type") return withoutTypes(context, node, at);
  const [name, ...others] = at.strings("required");
  if (keywords.length === 1 && name !== undefined && others.length === 0) {
    // Values that are no objects meet `required`, so they do not meet its opposite.
    return absenceOf(name);
  }
  const listed = keywords.length === 1 && (at.has("enum") || at.has("const"));
  const isClosed =
    ["enum", "const"].some((keyword) => node.has(keyword)) ||
    typesWritten(node, context.spec)?.every((type) => type === "boolean" || type === "null") ===
      true;
  // Values that an enumeration beside it lists are taken out of it (see `lowerSchema`).
  if (!(listed && isClosed)) context.diagnostics.report("not-expressible", at, { keyword: "not" });
  return UNKNOWN;
}

function withoutTypes(context: Context, node: Node, at: Node): Schema {
  const words = typesWritten(at, context.spec) ?? [];
  // `not: integer` still allows 1.5, and a type of ours cannot tell the two apart.
  const excluded = new Set(
    words.filter((type) => type !== "number" || at.string("type") === "number"),
  );
  if (typesWritten(node, context.spec) === undefined && excluded.size === 0) return UNKNOWN;
  const all: Schema = unionOf([
    objectOf([]),
    { kind: "array", items: UNKNOWN },
    { kind: "string" },
    { kind: "number" },
    { kind: "boolean" },
    { kind: "null" },
  ]);
  return restrict(
    all,
    new Set([...ALL_TYPES].filter((type) => !excluded.has(type))),
    context.typesOf,
  );
}

/** A value meets `if` and `then`, or it does not meet `if` and meets `else`; the "not" is left out, which allows more. */
function lowerIf(context: Context, node: Node, at: Node, use: Use): Schema {
  const then = node.get("then");
  const otherwise = node.get("else");
  if (at.value === true || at.value === false) {
    const branch = at.value ? then : otherwise;
    return branch === undefined ? UNKNOWN : lowerSchema(context, branch, use);
  }
  if (then !== undefined && otherwise !== undefined) {
    if (then.value === false || otherwise.value === false)
      context.diagnostics.report("not-expressible", at, { keyword: "if" });
    const yes = [lowerSchema(context, at, use), lowerSchema(context, then, use)];
    return unionOf([intersectionOf(yes, context.typesOf), lowerSchema(context, otherwise, use)]);
  }
  if (then === undefined && otherwise === undefined) return UNKNOWN;
  context.diagnostics.report("not-expressible", at, { keyword: "if" });
  return mentioned(context, node, then ?? otherwise);
}

/** Either the property is absent, or it is there and the dependent schema holds. */
function lowerDependency(name: string, dependent: Schema): Schema {
  const present = objectOf([{ name, schema: UNKNOWN, required: true, docs: {} }]);
  const absent = absenceOf(name);
  if (dependent.kind === "never") return absent;
  if (dependent.kind === "unknown") return UNKNOWN;
  const both: Schema =
    dependent.kind === "object"
      ? objectOf(
          [
            ...present.properties,
            ...dependent.properties.filter((property) => property.name !== name),
          ],
          { rest: dependent.rest },
        )
      : { kind: "intersection", members: [present, dependent] };
  return unionOf([both, absent]);
}

/** Members that may be there under a condition that no type can say: they are named, no more. */
function mentioned(context: Context, node: Node, branch: Node | undefined): Schema {
  const { names } = evaluatedMembers(context, branch === undefined ? [] : [branch]);
  if (names.size === 0 || context.spec.isExact(node)) return UNKNOWN;
  return ofObjects(context, node, mentionOf(names));
}

/** A condition on members says nothing about values that are no objects. */
function ofObjects(context: Context, node: Node, schema: Schema): Schema {
  if (schema.kind === "unknown") return schema;
  const types = typesWritten(node, context.spec);
  if (types?.every((type) => type === "object")) return schema;
  return unionOf([
    schema,
    { kind: "array", items: UNKNOWN },
    { kind: "string" },
    { kind: "number" },
    { kind: "boolean" },
    { kind: "null" },
  ]);
}

/** An object with the members that a dependency asks for besides the one it depends on. */
function requiring(dependency: Node): Schema {
  const names = new Set(
    dependency.items().flatMap(({ value }) => (typeof value === "string" ? [value] : [])),
  );
  names.delete(dependency.key);
  if (names.size === 0) return UNKNOWN;
  return objectOf(optionalMembers(names).map((member) => ({ ...member, required: true })));
}

/** Where the way to a schema decides what it refers to, a type can only allow each of the possibilities. */
function lowerDynamicRef(context: Context, at: Node, use: Use): Schema {
  if (typeof at.value !== "string" || at.parent === undefined) return UNKNOWN;
  const targets = context.spec.resolveDynamic(at.parent, at.value);
  if (targets.length === 0) return UNKNOWN;
  if (targets.length > 1)
    context.diagnostics.report("not-expressible", at, { keyword: "$dynamicRef" });
  return unionOf(targets.map((target) => referTo(context, target, use)));
}
