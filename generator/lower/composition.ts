import type { Property, Schema } from "../model.ts";
import type { Node } from "../spec/node.ts";
import { NEVER, objectOf, UNKNOWN } from "./basics.ts";
import { intersectionOf } from "./intersection.ts";
import { restrict } from "./restrict.ts";
import { unionOf } from "./union.ts";
import type { Context, Use } from "./context.ts";
import { inheritedTag, lowerUnion } from "./discriminator.ts";
import { ALL_TYPES } from "./json-types.ts";
import { referTo } from "./reference.ts";
import { lowerSchema } from "./schema.ts";
import { typesWritten } from "./types-written.ts";

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
    case "anyOf":
    case "oneOf":
      return at.items().length === 0 ? [] : [lowerUnion(context, node, at.items(), use)];
    case "not":
      return [lowerNot(context, node, at)];
    case "if":
      return [lowerIf(context, node, at, use)];
    case "dependentRequired":
      return at
        .members()
        .map((member) =>
          ofObjects(context, node, lowerDependency(member.key, requiring(stringsOf(member)))),
        );
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
    const absent: Property = { name, schema: NEVER, required: false, docs: {} };
    const types = typesWritten(node, context.spec);
    if (types?.length === 1 && types[0] === "object") return objectOf([absent]);
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
  if (then === undefined && otherwise === undefined) return UNKNOWN;
  if (then?.value === false || otherwise?.value === false) {
    context.diagnostics.report("not-expressible", at, { keyword: "if" });
  }
  const yes =
    then === undefined ? [] : [lowerSchema(context, at, use), lowerSchema(context, then, use)];
  if (then === undefined || otherwise === undefined) {
    context.diagnostics.report("not-expressible", at, { keyword: "if" });
    return UNKNOWN;
  }
  return unionOf([intersectionOf(yes, context.typesOf), lowerSchema(context, otherwise, use)]);
}

/** Either the property is absent, or it is there and the dependent schema holds. */
function lowerDependency(name: string, dependent: Schema): Schema {
  const present = objectOf([{ name, schema: UNKNOWN, required: true, docs: {} }]);
  const absent = objectOf([{ name, schema: NEVER, required: false, docs: {} }]);
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

/** In plain JSON Schema, a condition on properties says nothing about values that are no objects. */
function ofObjects(context: Context, node: Node, schema: Schema): Schema {
  if (!context.spec.isExact(node) || schema.kind === "unknown") return schema;
  return unionOf([
    schema,
    { kind: "array", items: UNKNOWN },
    { kind: "string" },
    { kind: "number" },
    { kind: "boolean" },
    { kind: "null" },
  ]);
}

function requiring(names: readonly string[]): Schema {
  return objectOf(names.map((name) => ({ name, schema: UNKNOWN, required: true, docs: {} })));
}

function stringsOf(node: Node): readonly string[] {
  return node.items().flatMap(({ value }) => (typeof value === "string" ? [value] : []));
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
