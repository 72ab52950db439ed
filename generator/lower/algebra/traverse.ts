import type { ObjectSchema, Schema } from "../../model.ts";

/** Rebuilds a schema with every part replaced by what `change` makes of it, parts before wholes. */
export function mapSchema(schema: Schema, change: (schema: Schema) => Schema): Schema {
  const map = (part: Schema): Schema => mapSchema(part, change);
  switch (schema.kind) {
    case "array":
      return change({ ...schema, items: map(schema.items) });
    case "tuple":
      return change({
        ...schema,
        items: schema.items.map(map),
        rest: schema.rest && map(schema.rest),
      });
    case "object":
      return change(mapObject(schema, map));
    case "union":
    case "intersection":
      return change({ ...schema, members: schema.members.map(map) });
    case "reference":
      return change({ ...schema, typeArguments: schema.typeArguments.map(map) });
    default:
      return change(schema);
  }
}

function mapObject(schema: ObjectSchema, map: (schema: Schema) => Schema): ObjectSchema {
  return {
    ...schema,
    properties: schema.properties.map((property) => ({
      ...property,
      schema: map(property.schema),
    })),
    patterns: schema.patterns.map((pattern) => ({ ...pattern, schema: map(pattern.schema) })),
    rest: schema.rest && map(schema.rest),
  };
}
