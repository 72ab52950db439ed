import type { Api, Declaration, DeclarationId, ReferenceSchema, Schema } from "./model.ts";

/** All references in a schema, in order. */
export function referencesIn(schema: Schema): readonly ReferenceSchema[] {
  const found: ReferenceSchema[] = [];
  collect(schema, found);
  return found;
}

function collect(schema: Schema, found: ReferenceSchema[]): void {
  switch (schema.kind) {
    case "array":
      collect(schema.items, found);
      return;
    case "tuple":
      for (const item of schema.items) collect(item, found);
      if (schema.rest !== undefined) collect(schema.rest, found);
      return;
    case "object":
      found.push(...schema.extends);
      for (const property of schema.properties) collect(property.schema, found);
      for (const pattern of schema.patterns) collect(pattern.schema, found);
      if (schema.rest !== undefined) collect(schema.rest, found);
      return;
    case "union":
    case "intersection":
      for (const member of schema.members) collect(member, found);
      return;
    case "reference":
      found.push(schema);
      for (const argument of schema.typeArguments) collect(argument, found);
      break;
    default:
  }
}

const byId = new WeakMap<Api, ReadonlyMap<DeclarationId, Declaration>>();

/** The declaration of an id; the ids of an API are indexed once. */
export function declarationOf(api: Api, id: DeclarationId): Declaration | undefined {
  const known = byId.get(api) ?? new Map(api.declarations.map((one) => [one.id, one] as const));
  byId.set(api, known);
  return known.get(id);
}
