import type {
  EnumSchema,
  KeyPrefix,
  ObjectSchema,
  Property,
  Schema,
  TupleSchema,
  UnionSchema,
} from "../model.ts";
import type { JsonType, TypesOf } from "./json-types.ts";

/** Schemas as sets of values: the union and the intersection of what `lower/` found, simplified where that loses nothing. */

export const UNKNOWN: Schema = { kind: "unknown" };
export const NEVER: Schema = { kind: "never" };
export const NULL: Schema = { kind: "null" };

type Scalar = string | number | boolean | null;

export function literalOf(value: Scalar): Schema {
  return value === null ? NULL : { kind: "literal", value };
}

export function objectOf(
  properties: readonly Property[],
  more: Partial<ObjectSchema> = {},
): ObjectSchema {
  return {
    kind: "object",
    properties,
    extends: [],
    prefixes: [],
    rest: undefined,
    closed: false,
    ...more,
  };
}

/** All values of all members. Null goes last, as people write it. */
export function unionOf(members: readonly Schema[], extra: Partial<UnionSchema> = {}): Schema {
  const flat = distinct(members.flatMap(flatten)).filter(({ kind }) => kind !== "never");
  if (flat.some(({ kind }) => kind === "unknown")) return UNKNOWN;
  const merged = withSuggestions(flat.filter(({ kind }) => kind !== "null"));
  const ordered = flat.some(({ kind }) => kind === "null") ? [...merged, NULL] : merged;
  const [first] = ordered;
  if (first === undefined) return NEVER;
  const tagged = extra.discriminator !== undefined;
  if (ordered.length === 1 && !tagged) return first;
  return { kind: "union", members: ordered, discriminator: undefined, open: false, ...extra };
}

function flatten(schema: Schema): readonly Schema[] {
  if (schema.kind === "union" && schema.discriminator === undefined) return schema.members;
  if (schema.kind === "enum" && schema.values.includes(null)) {
    return [{ ...schema, values: schema.values.filter((value) => value !== null) }, NULL];
  }
  return [schema];
}

function distinct(schemas: readonly Schema[]): readonly Schema[] {
  if (schemas.length < 2) return schemas;
  return schemas.filter(
    (schema, index) => schemas.findIndex((other) => sameSchema(other, schema)) === index,
  );
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

/** The values that all members allow. */
export function intersectionOf(members: readonly Schema[], typesOf: TypesOf): Schema {
  const [only] = members;
  if (members.length === 1 && only !== undefined) return only;
  return members.reduce((left, right) => intersect(left, right, typesOf), UNKNOWN);
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
  const merged = members.reduce<Schema[]>((result, member) => {
    const twin = result.findIndex((other) => other.kind === "object" && member.kind === "object");
    if (result.some((other) => sameSchema(other, member))) return result;
    if (twin < 0) return [...result, member];
    const into = result[twin] as ObjectSchema;
    return result.with(twin, mergeObjects(into, member as ObjectSchema, typesOf));
  }, []);
  const [first] = merged;
  return merged.length === 1 && first !== undefined
    ? first
    : { kind: "intersection", members: merged };
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
    prefixes: mergePrefixes(a.prefixes, b.prefixes, typesOf),
    rest:
      a.rest === undefined || b.rest === undefined
        ? (a.rest ?? b.rest)
        : intersect(a.rest, b.rest, typesOf),
    closed: a.closed && b.closed,
  };
}

function mergePrefixes(
  a: readonly KeyPrefix[],
  b: readonly KeyPrefix[],
  typesOf: TypesOf,
): readonly KeyPrefix[] {
  const others = b.filter((one) => !a.some(({ prefix }) => prefix === one.prefix));
  const own = a.map((one) => {
    const twin = b.find(({ prefix }) => prefix === one.prefix);
    return twin === undefined
      ? one
      : { ...one, schema: intersect(one.schema, twin.schema, typesOf) };
  });
  return [...own, ...others];
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

function closedValues(schema: Schema): readonly Scalar[] | undefined {
  if (schema.kind === "literal") return [schema.value];
  if (schema.kind === "null") return [null];
  return schema.kind === "enum" && schema.open !== "suggestion" ? schema.values : undefined;
}

function pick(schema: Schema, values: readonly Scalar[]): Schema {
  const [only] = values;
  if (only === undefined) return NEVER;
  if (schema.kind !== "enum") return literalOf(only);
  return { ...schema, values };
}

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

export function typeOfValue(value: unknown): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  const type = typeof value;
  return type === "object" || type === "string" || type === "number" || type === "boolean"
    ? type
    : "null";
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
        schema.properties.length + schema.extends.length + schema.prefixes.length === 0 &&
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

function common(a: ReadonlySet<JsonType>, b: ReadonlySet<JsonType>): ReadonlySet<JsonType> {
  return new Set([...a].filter((type) => b.has(type)));
}

function isSubset(a: ReadonlySet<JsonType>, b: ReadonlySet<JsonType>): boolean {
  return [...a].every((type) => b.has(type));
}

/** Structural equality; documentation counts nothing. */
export function sameSchema(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return (
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => sameSchema(item, b[index]))
    );
  }
  const left = Object.entries(a).filter(([key]) => key !== "docs");
  const right = Object.entries(b).filter(([key]) => key !== "docs");
  return (
    left.length === right.length &&
    left.every(([key, value]) => sameSchema(value, (b as Record<string, unknown>)[key]))
  );
}
