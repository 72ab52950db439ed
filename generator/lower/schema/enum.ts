import { isRecord } from "../../json-value.ts";
import type { Schema } from "../../model.ts";
import type { Node } from "../../spec/node.ts";
import { isNullable } from "../../spec/type-keywords.ts";
import { literalOf, objectOf, typeOfValue, UNKNOWN } from "../algebra/basics.ts";
import { unionOf } from "../algebra/union.ts";
import type { Context, Use } from "../context.ts";
import { typesWritten } from "./types-written.ts";

type Scalar = string | number | boolean | null;

/** Exactly this value, whatever its shape (JSON Schema 2020-12 validation, section 6.1.3). */
export function lowerConst(value: unknown): Schema {
  if (isScalar(value)) return literalOf(value);
  if (Array.isArray(value)) {
    return { kind: "tuple", items: value.map(lowerConst), required: value.length, rest: undefined };
  }
  if (!isRecord(value)) return UNKNOWN;
  const properties = Object.keys(value).map((name) => ({
    name,
    schema: lowerConst(value[name]),
    required: true,
    docs: {},
  }));
  return objectOf(properties, { closed: true });
}

/** One of these values. In answers, a list of scalars may be open: see docs/types.md. */
export function lowerEnum(context: Context, node: Node, use: Use): Schema {
  const values = allowedValues(context, node);
  if (!values.every(isScalar)) return unionOf(values.map(lowerConst));
  const only = values[0];
  if (only === undefined) return { kind: "never" };
  if (values.length === 1) return literalOf(only);
  const open = canGrow(values) && context.openEnums;
  if (open) context.registry.noteDifference();
  return {
    kind: "enum",
    values,
    open: open && use.direction === "response" ? "unrecognized" : "no",
  };
}

/** A single value is a constant in the words of OpenAPI 3.0, and booleans do not get new values. */
function canGrow(values: readonly Scalar[]): boolean {
  const first = values.findIndex(grows);
  return first >= 0 && first !== values.findLastIndex(grows);
}

function grows(value: Scalar): boolean {
  return typeof value === "string" || typeof value === "number";
}

function allowedValues(context: Context, node: Node): readonly unknown[] {
  const written = node.record["enum"];
  const values: readonly unknown[] = Array.isArray(written) ? written : [];
  const types = typesWritten(node, context.spec);
  // By the letter, a list without null allows none; whoever writes `null` beside it means it all the same.
  const isNull =
    isNullable(node) || (types?.includes("null") === true && !context.spec.isExact(node));
  const listed = distinct(isNull ? [...values, null] : values);
  if (types === undefined) return listed;
  const isMeant = (value: unknown): boolean => types.includes(typeOfValue(value));
  if (listed.every(isMeant)) return listed;
  const matching = listed.filter(isMeant);
  context.diagnostics.report("enum-type-mismatch", node.get("enum") ?? node, {});
  // YAML reads `[1, 2]` and `[yes, no]` as other types than the `string` that stands beside them.
  if (matching.some((value) => value !== null)) return matching;
  const meant = listed.map((value) => (value !== null && isScalar(value) ? String(value) : value));
  return types.includes("string") ? meant : listed;
}

function distinct(values: readonly unknown[]): readonly unknown[] {
  const found = new Set(values);
  return found.size === values.length ? values : [...found];
}

function isScalar(value: unknown): value is Scalar {
  return value === null || typeof value !== "object";
}
