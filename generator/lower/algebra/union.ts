import type { EnumSchema, Schema, UnionSchema } from "../../model.ts";
import { NEVER, NULL, UNKNOWN } from "./basics.ts";
import { distinctSchemas } from "./same-schema.ts";

/** All values of all members. Null goes last, as people write it. */
export function unionOf(members: readonly Schema[], extra: Partial<UnionSchema> = {}): Schema {
  const flat = distinctSchemas(members.flatMap(flatten));
  if (flat.some(({ kind }) => kind === "unknown")) return UNKNOWN;
  const merged = withSuggestions(flat.filter(({ kind }) => kind !== "null" && kind !== "never"));
  const ordered = flat.some(({ kind }) => kind === "null") ? [...merged, NULL] : merged;
  const first = ordered[0];
  if (first === undefined) return NEVER;
  const tagged = extra.discriminator !== undefined;
  if (ordered.length === 1 && !tagged) return first;
  return { kind: "union", members: ordered, discriminator: undefined, open: false, ...extra };
}

/** The values of a schema, and null. */
export function orNull(schema: Schema): Schema {
  switch (schema.kind) {
    case "boolean":
    case "number":
    case "string":
    case "array":
    case "object":
    case "reference":
      // What `unionOf` would find out at length.
      return { kind: "union", members: [schema, NULL], discriminator: undefined, open: false };
    case "union": {
      const isNullable =
        schema.discriminator === undefined && schema.members.at(-1)?.kind === "null";
      return isNullable ? schema : unionOf([schema, NULL]);
    }
    default:
      return unionOf([schema, NULL]);
  }
}

function flatten(schema: Schema): Schema | readonly Schema[] {
  if (schema.kind === "union" && schema.discriminator === undefined) return schema.members;
  if (schema.kind === "enum" && schema.values.includes(null)) {
    return [{ ...schema, values: schema.values.filter((value) => value !== null) }, NULL];
  }
  return schema;
}

/** `string | "a" | "b"` is all strings to TypeScript; as suggestions, the named values stay visible. */
function withSuggestions(members: readonly Schema[]): readonly Schema[] {
  if (!members.some(({ kind }) => kind === "string")) return members;
  const values = members.flatMap(stringValues);
  if (values.length === 0) return members;
  const suggestion: EnumSchema = { kind: "enum", values: [...new Set(values)], open: "suggestion" };
  const others = members.filter(
    (member) => member.kind !== "string" && stringValues(member).length === 0,
  );
  return [suggestion, ...others];
}

function stringValues(schema: Schema): readonly string[] {
  if (schema.kind === "literal") return typeof schema.value === "string" ? [schema.value] : [];
  if (schema.kind !== "enum" || !schema.values.every((value) => typeof value === "string"))
    return [];
  return schema.values;
}
