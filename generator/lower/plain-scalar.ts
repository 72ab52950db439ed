import type { Schema } from "../model.ts";
import type { Node } from "../spec/node.ts";
import type { Use } from "./context.ts";

const STRING: Schema = { kind: "string" };
const NUMBER: Schema = { kind: "number" };
const BOOLEAN: Schema = { kind: "boolean" };

const SCALARS = new Map<unknown, Schema>([
  ["string", STRING],
  ["number", NUMBER],
  ["integer", NUMBER],
  ["boolean", BOOLEAN],
]);

/** Keywords beside `type` that do not change what a scalar of one type is in JSON. */
const WORDS = new Set([
  "type",
  "title",
  "description",
  "default",
  "example",
  "examples",
  "deprecated",
  "readOnly",
  "writeOnly",
  "format",
  "pattern",
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
]);

/**
 * A schema that is one scalar type and words about it, as two thirds of all schemas are; undefined for every other, and
 * where the format of a field or a parameter decides. Only an answer that `lowerSchema` would give as well, found by one
 * look at each keyword.
 */
export function lowerPlainScalar({ record }: Node, { as }: Use): Schema | undefined {
  const schema = as === "json" ? SCALARS.get(record["type"]) : undefined;
  if (schema === undefined) return undefined;
  return Object.keys(record).every((keyword) => WORDS.has(keyword)) ? schema : undefined;
}
