import type { Schema } from "../../model.ts";
import { BOOLEAN, NUMBER, STRING } from "../algebra/basics.ts";
import type { Use } from "../context.ts";
import { orNull } from "../algebra/union.ts";

const SCALARS = new Map<unknown, Schema>([
  ["string", STRING],
  ["number", NUMBER],
  ["integer", NUMBER],
  ["boolean", BOOLEAN],
]);

const OR_NULL = new Map<Schema, Schema>(
  [STRING, NUMBER, BOOLEAN].map((schema) => [schema, orNull(schema)]),
);

/** Keywords beside `type` that change neither what a scalar of one type is in JSON nor where it is there. */
const WORDS = new Set([
  "type",
  "title",
  "description",
  "default",
  "example",
  "examples",
  "deprecated",
  "format",
  "pattern",
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
]);

/**
 * A schema that is one scalar type, or that and null, and words about it, as three quarters of all schemas are;
 * undefined for every other, and where the format of a field or a parameter decides. Only an answer that `lowerSchema`
 * would give as well, found by one look at each keyword.
 */
export function lowerPlainScalar(
  record: Readonly<Record<string, unknown>>,
  { as }: Use,
): Schema | undefined {
  const schema = SCALARS.get(record["type"]);
  if (schema === undefined || (as !== "json" && record["format"] !== undefined)) return undefined;
  let nullable = false;
  for (const keyword in record) {
    if (keyword === "nullable") nullable = record[keyword] === true;
    else if (!WORDS.has(keyword)) return undefined;
  }
  return nullable ? OR_NULL.get(schema) : schema;
}
