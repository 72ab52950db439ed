import type { Schema } from "../../model.ts";
import type { Node } from "../../spec/node.ts";
import { refOf } from "../../spec/spec.ts";
import { BOOLEAN, NEVER, NULL, UNKNOWN } from "../algebra/basics.ts";
import { intersectionOf } from "../algebra/intersection.ts";
import { withoutValues } from "../algebra/restrict.ts";
import { orNull, unionOf } from "../algebra/union.ts";
import { lowerArray } from "./array.ts";
import { hasParts, lowerComposition } from "./composition.ts";
import type { Context, Use } from "../context.ts";
import { reconcile } from "./contradiction.ts";
import { lowerConst, lowerEnum } from "./enum.ts";
import type { JsonType } from "../algebra/json-type.ts";
import { componentName } from "../../spec/component-name.ts";
import { lowerObject } from "./object.ts";
import { lowerPlainScalar } from "./plain-scalar.ts";
import { lowerReference } from "./reference.ts";
import { checkShape, SCHEMA, SWAGGER_SCHEMA } from "../shapes.ts";
import { useOfParts } from "./sealed.ts";
import { lowerNumber, lowerNumberOrText, lowerString } from "./scalars.ts";
import { describedTypes, isNullable } from "../../spec/type-keywords.ts";
import { typesWritten, unknownTypeWord } from "./types-written.ts";

/**
 * Turns a Schema Object into the model's description of its values (JSON Schema 2020-12; OpenAPI 3.0 and Swagger 2.0
 * by their own words). Every value that the schema allows is a value of the result; what the result cannot say
 * is kept as documentation or reported.
 */
export function lowerSchema(context: Context, node: Node, use: Use): Schema {
  if (node.value === true) return UNKNOWN;
  if (node.value === false) return NEVER;
  if (!node.isObject) {
    context.diagnostics.report("invalid-schema", node, {});
    return UNKNOWN;
  }
  const scalar = lowerPlainScalar(node.record, use);
  if (scalar !== undefined) return scalar;
  checkShape(context.diagnostics, node, context.spec.version === "2.0" ? SWAGGER_SCHEMA : SCHEMA);
  if (isAnyJson(node)) return lowerAnyJson(context, node);
  const schema = lowerConditions(context, node, use);
  return isNullable(node) ? orNull(schema) : schema;
}

/** Most schemas have one condition; only of several does one have to find out what they allow together. */
function lowerConditions(context: Context, node: Node, use: Use): Schema {
  if (hasParts(node)) return lowerComposed(context, node, use);
  const ref = refOf(node);
  return ref === undefined ? lowerOwn(context, node, use) : lowerReference(context, node, ref, use);
}

function lowerComposed(context: Context, node: Node, use: Use): Schema {
  const parts = lowerParts(context, node, use);
  const all = withoutValues(intersectionOf(parts, context.typesOf), excludedValues(node));
  const contradicts = all.kind === "never" && !parts.some(({ kind }) => kind === "never");
  return contradicts ? reconcile(context, node, parts) : all;
}

const NONE: readonly never[] = [];

/** The scalars that `not` forbids, when it does nothing else. */
function excludedValues(node: Node): readonly unknown[] {
  const not = node.get("not");
  if (not?.isObject !== true || Object.keys(not.record).length !== 1) return NONE;
  return not.has("const")
    ? [not.record["const"]]
    : (not.get("enum")?.items() ?? []).map(({ value }) => value);
}

/** The types of System.Text.Json, which ASP.NET Core documents name without a word on their values. */
const JSON_TYPES = new Set(["JsonElement", "JsonNode", "JsonDocument"]);
export const ANY_JSON_RULE = "the empty schema JsonElement is any JSON value";

function isAnyJson(node: Node): boolean {
  return (
    JSON_TYPES.has(node.key) &&
    componentName(node) !== undefined &&
    Object.keys(node.record).every((key) => key === "description")
  );
}

function lowerAnyJson(context: Context, node: Node): Schema {
  context.rewrites.add(ANY_JSON_RULE, node);
  return { kind: "json" };
}

/** The conditions that a value must meet, all together. */
function lowerParts(context: Context, node: Node, given: Use): readonly Schema[] {
  const use = useOfParts(context, node, given);
  const ref = refOf(node);
  if (ref === undefined)
    return [lowerOwn(context, node, use), ...lowerComposition(context, node, use)];
  const target = lowerReference(context, node, ref, use);
  // OpenAPI 3.0 (4.7.4, Reference Object): members beside $ref are ignored; `nullable` is what people mean anyway.
  if (context.spec.version === "2.0" || context.spec.version === "3.0") return [target];
  return [target, lowerOwn(context, node, use), ...lowerComposition(context, node, use)];
}

function lowerOwn(context: Context, node: Node, use: Use): Schema {
  if (node.has("const")) return lowerConst(node.record["const"]);
  if (Array.isArray(node.record["enum"])) return lowerEnum(context, node, use);
  const word = unknownTypeWord(node);
  if (word !== undefined)
    context.diagnostics.report("unknown-type", node.get("type") ?? node, { word });
  const types = typesWritten(node, context.spec);
  if (types !== undefined) {
    if (!node.has("type"))
      context.diagnostics.report("type-inferred", node, { types: types.join(" or ") });
    return lowerTypes(context, node, types, use);
  }
  const described = describedTypes(node);
  // Reports a `$ref` that is no text.
  if (described.length === 0 && node.has("$ref")) context.spec.follow(node);
  if (described.length === 0 || word !== undefined) return UNKNOWN;
  return lowerTypes(context, node, ["object", "array", "string", "number", "boolean", "null"], use);
}

function lowerTypes(context: Context, node: Node, types: readonly JsonType[], use: Use): Schema {
  const single = types[0];
  if (single !== undefined && types.length === 1) return lowerType(context, node, single, use);
  const numberOrText = lowerNumberOrText(context, node, types, use);
  const rest =
    numberOrText === undefined
      ? types
      : types.filter((type) => type !== "number" && type !== "string");
  const branches = rest.map((type) => lowerType(context, node, type, use));
  return unionOf(numberOrText === undefined ? branches : [numberOrText, ...branches]);
}

function lowerType(context: Context, node: Node, type: JsonType, use: Use): Schema {
  switch (type) {
    case "object":
      return lowerObject(context, node, use);
    case "array":
      return lowerArray(context, node, use);
    case "string":
      return lowerString(node, use);
    case "number":
      return lowerNumber();
    case "boolean":
      return BOOLEAN;
    case "null":
      return NULL;
  }
}
