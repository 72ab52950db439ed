import type { Schema } from "../../model.ts";

/** The six types of JSON Schema 2020-12 (validation, section 6.1.1), integers counted as numbers. */
export type JsonType = "object" | "array" | "string" | "number" | "boolean" | "null";

export const ALL_TYPES: ReadonlySet<JsonType> = new Set<JsonType>([
  "object",
  "array",
  "string",
  "number",
  "boolean",
  "null",
]);

export type TypesOf = (schema: Schema) => ReadonlySet<JsonType>;

const SINGLE = new Map<JsonType, ReadonlySet<JsonType>>(
  [...ALL_TYPES].map((type) => [type, new Set([type])] as const),
);

/** The set of one type. */
export function only(type: JsonType): ReadonlySet<JsonType> {
  return SINGLE.get(type) ?? ALL_TYPES;
}
