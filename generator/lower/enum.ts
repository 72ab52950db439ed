import type { Schema } from "../model.ts";
import type { Node } from "../spec/node.ts";
import { isRecord } from "../spec/node.ts";
import { literalOf, objectOf, typeOfValue, UNKNOWN } from "./basics.ts";
import { unionOf } from "./union.ts";
import type { Context, Use } from "./context.ts";
import { isNullable, typesWritten } from "./types-written.ts";

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
  const scalars = values.filter(isScalar);
  if (scalars.length < values.length) return unionOf(values.map(lowerConst));
  const [only] = scalars;
  if (only === undefined) return { kind: "never" };
  if (scalars.length === 1) return literalOf(only);
  const open = canGrow(scalars) && context.openEnums;
  if (open) context.registry.noteDifference();
  return {
    kind: "enum",
    values: scalars,
    open: open && use.direction === "response" ? "unrecognized" : "no",
  };
}

/** A single value is a constant in the words of OpenAPI 3.0, and booleans do not get new values. */
function canGrow(values: readonly Scalar[]): boolean {
  const growing = values.filter((value) => typeof value === "string" || typeof value === "number");
  return growing.length > 1;
}

function allowedValues(context: Context, node: Node): readonly unknown[] {
  const written = node.record["enum"];
  const values: readonly unknown[] = Array.isArray(written) ? written : [];
  const types = typesWritten(node, context.spec);
  // By the letter, a list without null allows none; whoever writes `null` beside it means it all the same.
  const isNull =
    isNullable(node) || (types?.includes("null") === true && !context.spec.isExact(node));
  const listed = [...new Set(isNull ? [...values, null] : values)];
  if (types === undefined) return listed;
  const matching = listed.filter((value) => types.includes(typeOfValue(value)));
  if (matching.length === listed.length) return listed;
  context.diagnostics.report("enum-type-mismatch", node.get("enum") ?? node, {});
  // YAML reads `[1, 2]` and `[yes, no]` as other types than the `string` that stands beside them.
  if (matching.some((value) => value !== null)) return matching;
  const meant = listed.map((value) => (value !== null && isScalar(value) ? String(value) : value));
  return types.includes("string") ? meant : listed;
}

function isScalar(value: unknown): value is Scalar {
  return value === null || typeof value !== "object";
}
