import type { Api, Declaration, DeclarationId, ReferenceSchema, Schema } from "./model.ts";

/** All references in a schema, in order. */
export function referencesIn(schema: Schema): readonly ReferenceSchema[] {
  const found: ReferenceSchema[] = [];
  collectReferences(schema, found);
  return found;
}

/** Adds all references in a schema to a list, in order. */
export function collectReferences(schema: Schema, found: ReferenceSchema[]): void {
  switch (schema.kind) {
    case "array":
      collectReferences(schema.items, found);
      return;
    case "tuple":
      for (const item of schema.items) collectReferences(item, found);
      if (schema.rest !== undefined) collectReferences(schema.rest, found);
      return;
    case "object":
      found.push(...schema.extends);
      for (const property of schema.properties) collectReferences(property.schema, found);
      for (const pattern of schema.patterns) collectReferences(pattern.schema, found);
      if (schema.rest !== undefined) collectReferences(schema.rest, found);
      return;
    case "union":
    case "intersection":
      for (const member of schema.members) collectReferences(member, found);
      return;
    case "reference":
      found.push(schema);
      for (const argument of schema.typeArguments) collectReferences(argument, found);
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
