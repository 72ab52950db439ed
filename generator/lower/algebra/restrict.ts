import type { Schema } from "../../model.ts";
import { literalOf, NEVER, type Scalar, typeOfValue } from "./basics.ts";
import type { JsonType, TypesOf } from "./json-type.ts";
import { unionOf } from "./union.ts";

/** Takes away the parts of a union or an enumeration whose JSON type is not among `types`. */
export function restrict(schema: Schema, types: ReadonlySet<JsonType>, typesOf: TypesOf): Schema {
  if (schema.kind === "union") {
    const members = schema.members.filter((member) => common(typesOf(member), types).size > 0);
    if (members.length === schema.members.length) return schema;
    return unionOf(members, { discriminator: schema.discriminator, open: schema.open });
  }
  if (schema.kind !== "enum" || schema.open === "suggestion") return schema;
  return pick(
    schema,
    schema.values.filter((value) => types.has(typeOfValue(value))),
  );
}

/** Takes single values out of enumerations; other types have no word for "all but these". */
export function withoutValues(schema: Schema, values: readonly unknown[]): Schema {
  if (values.length === 0) return schema;
  switch (schema.kind) {
    case "literal":
      return values.includes(schema.value) ? NEVER : schema;
    case "null":
      return values.includes(null) ? NEVER : schema;
    case "enum":
      return schema.open === "suggestion"
        ? schema
        : pick(
            schema,
            schema.values.filter((value) => !values.includes(value)),
          );
    case "boolean":
      return unionOf([true, false].filter((value) => !values.includes(value)).map(literalOf));
    case "union":
      return unionOf(
        schema.members.map((member) => withoutValues(member, values)),
        schema,
      );
    default:
      return schema;
  }
}

/** The values of a schema that lists them. */
export function closedValues(schema: Schema): readonly Scalar[] | undefined {
  if (schema.kind === "literal") return [schema.value];
  if (schema.kind === "null") return [null];
  return schema.kind === "enum" && schema.open !== "suggestion" ? schema.values : undefined;
}

/** The schema with only these of its values. */
export function pick(schema: Schema, values: readonly Scalar[]): Schema {
  const [only] = values;
  if (only === undefined) return NEVER;
  if (schema.kind !== "enum") return literalOf(only);
  return { ...schema, values };
}

/** The members of both sets. */
export function common(a: ReadonlySet<JsonType>, b: ReadonlySet<JsonType>): ReadonlySet<JsonType> {
  return new Set([...a].filter((type) => b.has(type)));
}

/** True when all types of one set are in the other. */
export function isSubset(a: ReadonlySet<JsonType>, b: ReadonlySet<JsonType>): boolean {
  return [...a].every((type) => b.has(type));
}
