import type {
  KeyPattern,
  ObjectSchema,
  Property,
  Schema,
  TupleSchema,
  UnionSchema,
} from "../../model.ts";
import { NEVER, UNKNOWN } from "./basics.ts";
import type { TypesOf } from "./json-type.ts";
import { closedValues, common, isSubset, pick, restrict } from "./restrict.ts";
import { sameSchema } from "./same-schema.ts";
import { unionOf } from "./union.ts";
import { bare, isVague, opened } from "./vague.ts";

/** The values that all members allow. */
export function intersectionOf(members: readonly Schema[], typesOf: TypesOf): Schema {
  const only = members[0];
  if (members.length === 1 && only !== undefined) return only;
  const all = members.map(bare).reduce((left, right) => intersect(left, right, typesOf), UNKNOWN);
  return members.every(isVague) ? opened(all) : all;
}

function intersect(a: Schema, b: Schema, typesOf: TypesOf): Schema {
  if (a.kind === "unknown" || a === b) return b;
  if (b.kind === "unknown") return a;
  const types = common(typesOf(a), typesOf(b));
  if (types.size === 0) return NEVER;
  const left = restrict(a, types, typesOf);
  const right = restrict(b, types, typesOf);
  if (isBare(right) && isSubset(typesOf(left), typesOf(right))) return left;
  if (isBare(left) && isSubset(typesOf(right), typesOf(left))) return right;
  return intersectShapes(left, right, typesOf);
}

function intersectShapes(a: Schema, b: Schema, typesOf: TypesOf): Schema {
  if (sameSchema(a, b)) return a;
  if (isScalar(a) && isScalar(b)) return intersectScalars(a, b);
  if (a.kind === "object" && b.kind === "object") return mergeObjects(a, b, typesOf);
  if (a.kind === "array" && b.kind === "array") {
    return { kind: "array", items: intersect(a.items, b.items, typesOf) };
  }
  if (a.kind === "tuple" && b.kind === "tuple") return mergeTuples(a, b, typesOf);
  if (a.kind === "tuple" && b.kind === "array") return restrictTuple(a, b.items, typesOf);
  if (a.kind === "array" && b.kind === "tuple") return restrictTuple(b, a.items, typesOf);
  if (distributes(a, b)) return distribute(a, b, typesOf);
  if (distributes(b, a)) return distribute(b, a, typesOf);
  return flatIntersection(a, b, typesOf);
}

/** Unions are multiplied out only where a branch gets simpler by it; otherwise `A & (B | C)` reads better. */
function distributes(union: Schema, other: Schema): union is UnionSchema {
  if (union.kind !== "union" || union.discriminator !== undefined) return false;
  return (
    isScalar(other) ||
    (other.kind === "union" && other.discriminator === undefined && hasScalar(other))
  );
}

function hasScalar(union: UnionSchema): boolean {
  return union.members.some(isScalar);
}

function distribute(union: UnionSchema, other: Schema, typesOf: TypesOf): Schema {
  return unionOf(union.members.map((member) => intersect(member, other, typesOf)));
}

function flatIntersection(a: Schema, b: Schema, typesOf: TypesOf): Schema {
  const members = [a, b].flatMap((schema) =>
    schema.kind === "intersection" ? schema.members : [schema],
  );
  const merged: Schema[] = [];
  for (const member of members) addMember(merged, member, typesOf);
  const [first] = merged;
  return merged.length === 1 && first !== undefined
    ? first
    : { kind: "intersection", members: merged };
}

/** What stands there already says nothing new; inline objects become one. */
function addMember(merged: Schema[], member: Schema, typesOf: TypesOf): void {
  if (merged.some((other) => sameSchema(other, member))) return;
  const twin = merged.findIndex(({ kind }) => kind === "object");
  const into = merged[twin];
  if (member.kind !== "object" || into?.kind !== "object") merged.push(member);
  else merged[twin] = mergeObjects(into, member, typesOf);
}

function mergeObjects(a: ObjectSchema, b: ObjectSchema, typesOf: TypesOf): ObjectSchema {
  const properties = new Map(a.properties.map((property) => [property.name, property]));
  for (const property of b.properties) {
    const known = properties.get(property.name);
    properties.set(
      property.name,
      known === undefined ? property : mergeProperties(known, property, typesOf),
    );
  }
  return {
    kind: "object",
    properties: [...properties.values()],
    extends: [...a.extends, ...b.extends],
    patterns: mergePatterns(a.patterns, b.patterns, typesOf),
    rest:
      a.rest === undefined || b.rest === undefined
        ? (a.rest ?? b.rest)
        : intersect(a.rest, b.rest, typesOf),
    closed: a.closed && b.closed,
  };
}

/** Equal patterns are one, and their keys hold what both allow. */
export function mergePatterns(
  a: readonly KeyPattern[],
  b: readonly KeyPattern[],
  typesOf: TypesOf,
): readonly KeyPattern[] {
  const merged = new Map(a.map((pattern) => [pattern.texts.join("*"), pattern]));
  for (const pattern of b) {
    const key = pattern.texts.join("*");
    const twin = merged.get(key);
    const schema =
      twin === undefined ? pattern.schema : intersect(twin.schema, pattern.schema, typesOf);
    merged.set(key, { ...pattern, schema });
  }
  return [...merged.values()];
}

function mergeProperties(a: Property, b: Property, typesOf: TypesOf): Property {
  return {
    name: a.name,
    schema: intersect(a.schema, b.schema, typesOf),
    required: a.required || b.required,
    docs: Object.keys(b.docs).length > 0 ? { ...a.docs, ...b.docs } : a.docs,
  };
}

function restrictTuple(tuple: TupleSchema, items: Schema, typesOf: TypesOf): TupleSchema {
  return {
    ...tuple,
    items: tuple.items.map((item) => intersect(item, items, typesOf)),
    rest: tuple.rest === undefined ? undefined : intersect(tuple.rest, items, typesOf),
  };
}

/** Position by position. A tuple without a rest ends both. */
function mergeTuples(a: TupleSchema, b: TupleSchema, typesOf: TypesOf): Schema {
  const ends = [a, b].filter(({ rest }) => rest === undefined).map(({ items }) => items.length);
  const length = Math.min(Math.max(a.items.length, b.items.length), ...ends);
  const items = Array.from({ length }, (_, index) =>
    intersect(itemAt(a, index), itemAt(b, index), typesOf),
  );
  const required = Math.max(a.required, b.required);
  if (required > length || items.slice(0, required).some(({ kind }) => kind === "never"))
    return NEVER;
  const rest = a.rest && b.rest && intersect(a.rest, b.rest, typesOf);
  return { kind: "tuple", items, required, rest };
}

function itemAt({ items, rest }: TupleSchema, index: number): Schema {
  return items[index] ?? rest ?? NEVER;
}

function isScalar(schema: Schema): boolean {
  switch (schema.kind) {
    case "string":
    case "number":
    case "boolean":
    case "null":
    case "literal":
    case "enum":
    case "numericText":
    case "dateTime":
    case "binary":
      return true;
    default:
      return false;
  }
}

function intersectScalars(a: Schema, b: Schema): Schema {
  const values = closedValues(a);
  const others = closedValues(b);
  if (values !== undefined && others !== undefined) {
    return pick(
      a,
      values.filter((value) => others.includes(value)),
    );
  }
  if (values !== undefined) return a;
  if (others !== undefined) return b;
  return a.kind === "string" ? b : a;
}

/** Says nothing but the JSON type. */
function isBare(schema: Schema): boolean {
  switch (schema.kind) {
    case "string":
    case "number":
    case "boolean":
    case "null":
    case "json":
      return true;
    case "object":
      return (
        schema.properties.length + schema.extends.length + schema.patterns.length === 0 &&
        schema.rest === undefined &&
        !schema.closed
      );
    case "array":
      return schema.items.kind === "unknown";
    case "union":
      return schema.discriminator === undefined && schema.members.every(isBare);
    default:
      return false;
  }
}
