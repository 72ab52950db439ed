import { addTo } from "../../group-by.ts";
import type { Schema } from "../../model.ts";

type Members = Readonly<Record<string, unknown>>;

/** Structural equality; documentation counts nothing, nor do members of the name that is left out. */
export function sameSchema(a: unknown, b: unknown, without?: "direction"): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return (
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => sameSchema(item, b[index], without))
    );
  }
  return sameMembers(a as Members, b as Members, without);
}

/** By `for in`: lists of the keys would be most of what reading a document makes. */
function sameMembers(a: Members, b: Members, without?: "direction"): boolean {
  let more = 0;
  for (const key in a) {
    if (key === "docs" || key === without) continue;
    if (!sameSchema(a[key], b[key], without)) return false;
    more--;
  }
  for (const key in b) if (key !== "docs" && key !== without) more++;
  return more === 0;
}

/** So few are compared one by one, which is quicker. */
const FEW = 20;

/** The schemas without repetitions, each where it stands first. */
export function distinctSchemas(schemas: readonly Schema[]): readonly Schema[] {
  if (schemas.length < FEW) {
    return schemas.filter(
      (schema, index) => schemas.findIndex((other) => sameSchema(other, schema)) === index,
    );
  }
  const alike = new Map<string, Schema[]>();
  return schemas.filter((schema) => {
    const key = sketch(schema, 2);
    if (alike.get(key)?.some((other) => sameSchema(other, schema)) === true) return false;
    addTo(alike, key, schema);
    return true;
  });
}

/** The same text for equal schemas, and seldom for others: unions of thousands are compared by it. */
function sketch(schema: Schema, depth: number): string {
  switch (schema.kind) {
    case "literal":
      return `literal ${JSON.stringify(schema.value)}`;
    case "reference":
      return `reference ${schema.target}`;
    case "array":
      return depth === 0 ? schema.kind : `array ${sketch(schema.items, depth - 1)}`;
    case "object": {
      if (depth === 0) return schema.kind;
      const members = schema.properties.map(
        (property) => `${property.name} ${sketch(property.schema, depth - 1)}`,
      );
      return `object ${members.toSorted().join(", ")}`;
    }
    default:
      return schema.kind;
  }
}
