import type { ObjectSchema, Property, Schema } from "../../model.ts";
import type { JsonType } from "./json-type.ts";

/** The simplest schemas, and how the others are begun. */

export const UNKNOWN: Schema = { kind: "unknown" };
export const NEVER: Schema = { kind: "never" };
export const NULL: Schema = { kind: "null" };
export const BOOLEAN: Schema = { kind: "boolean" };
export const NUMBER: Schema = { kind: "number" };
export const STRING: Schema = { kind: "string" };
export const BYTES: Schema = { kind: "binary", part: false };
export const BYTES_OF_PART: Schema = { kind: "binary", part: true };

export type Scalar = string | number | boolean | null;

/** The schema of one value. */
export function literalOf(value: Scalar): Schema {
  return value === null ? NULL : { kind: "literal", value };
}

const NONE: readonly never[] = [];

/** An object with these properties; open, and nothing is known of other keys, unless `more` says it. */
export function objectOf(
  properties: readonly Property[],
  more: Partial<ObjectSchema> = {},
): ObjectSchema {
  return {
    kind: "object",
    properties,
    extends: NONE,
    patterns: NONE,
    rest: undefined,
    closed: false,
    ...more,
  };
}

/** The JSON type of a value. */
export function typeOfValue(value: unknown): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  const type = typeof value;
  return type === "object" || type === "string" || type === "number" || type === "boolean"
    ? type
    : "null";
}
