import { coversTexts, matchesTexts } from "../key-texts.ts";
import type { Layout } from "../layout/layout.ts";
import type {
  BinarySchema,
  Direction,
  EnumSchema,
  ObjectSchema,
  Property,
  ReferenceSchema,
  Schema,
  TupleSchema,
  UnionSchema,
} from "../model.ts";
import { referencesIn } from "../references.ts";
import { commentOf } from "./comments.ts";
import { orInherited } from "./inherited.ts";
import type { Module } from "./module.ts";
import type { Member, ReferenceType, TupleElement, TypeNode } from "./print/index.ts";
import { runtimeType } from "./runtime-symbols.ts";
import { ANY_STRING, distinct, keyword, reference, UNDEFINED } from "./type-nodes.ts";

/** Where a type is printed: the module that needs its imports, and the way its values travel. */
export interface Scope {
  readonly module: Module;
  readonly layout: Layout;
  readonly direction: Direction;
}

/** The TypeScript type of a schema's values. */
export function typeOf(schema: Schema, scope: Scope): TypeNode {
  switch (schema.kind) {
    case "unknown":
    case "never":
    case "null":
    case "boolean":
    case "number":
    case "string":
      return keyword(schema.kind);
    case "json":
      return runtimeType("JsonValue", scope.module);
    case "numericText":
      return { kind: "template", texts: ["", ""], hole: schema.integer ? "bigint" : "number" };
    case "dateTime":
      return { kind: "union", members: [global("Date", scope), keyword("string")] };
    case "binary":
      return scope.direction === "response" ? global("Blob", scope) : bytesType(schema, scope);
    case "literal":
      return { kind: "literal", value: schema.value };
    case "enum":
      return enumType(schema, scope);
    case "array":
      return { kind: "array", element: typeOf(schema.items, scope) };
    case "tuple":
      return tupleType(schema, scope);
    case "object":
      return objectType(schema, scope);
    case "union":
      return unionType(schema, scope);
    case "intersection":
      return {
        kind: "intersection",
        members: schema.members.map((member) => typeOf(member, scope)),
      };
    case "reference":
      return referenceType(schema, scope);
    case "typeParameter":
      return reference(schema.name);
    case "anyEvent":
      return reference(scope.module.type(scope.layout.events.union, "events"));
    case "eventType": {
      const known = reference(scope.module.type(scope.layout.events.type, "events"));
      return { kind: "union", members: [known, ANY_STRING] };
    }
  }
}

function referenceType(
  { target, direction, typeArguments }: ReferenceSchema,
  scope: Scope,
): TypeNode {
  const { module, layout } = scope;
  const name = module.type(layout.typeName(target, direction), layout.moduleOf(target));
  if (typeArguments.length === 0) return reference(name);
  return reference(
    name,
    typeArguments.map((argument) => typeOf(argument, scope)),
  );
}

/** What a caller gives as bytes; a part of a form can have a name and a media type of its own. */
function bytesType({ part }: BinarySchema, { module }: Scope): TypeNode {
  const bytes = runtimeType("Bytes", module);
  if (!part) return bytes;
  const file = runtimeType("FilePart", module);
  return { kind: "union", members: [bytes, file] };
}

/** A type of the platform, which a document's schema of the same name must not shadow. */
export function global(name: string, { layout }: Scope): ReferenceType {
  return reference(layout.declares(name) ? `globalThis.${name}` : name);
}

function enumType({ values, open }: EnumSchema, { module }: Scope): TypeNode {
  const literals = values.map((value): TypeNode =>
    value === null ? keyword("null") : { kind: "literal", value },
  );
  const rest: TypeNode[] = [];
  if (open === "suggestion") rest.push(ANY_STRING);
  if (open === "unrecognized" && values.some((value) => typeof value === "string")) {
    rest.push(runtimeType("Unrecognized", module));
  }
  if (open === "unrecognized" && values.some((value) => typeof value === "number")) {
    rest.push(runtimeType("UnrecognizedNumber", module));
  }
  return { kind: "union", members: literals.concat(rest) };
}

function tupleType({ items, required, rest }: TupleSchema, scope: Scope): TypeNode {
  const elements = items.map((item, index): TupleElement => ({
    type: typeOf(item, scope),
    optional: index >= required,
  }));
  if (rest === undefined) return { kind: "tuple", elements };
  const others: TupleElement = {
    type: { kind: "array", element: typeOf(rest, scope) },
    rest: true,
  };
  return { kind: "tuple", elements: [...elements, others] };
}

/** The tag of an unknown member is a type of its own, so that every known tag still selects exactly its member. */
function unionType({ members, discriminator, open }: UnionSchema, scope: Scope): TypeNode {
  const types = members.map((member) => typeOf(member, scope));
  if (!open || discriminator === undefined) return { kind: "union", members: types };
  const tag: TypeNode = runtimeType("Unrecognized", scope.module);
  const unknownMember: TypeNode = {
    kind: "object",
    members: [{ kind: "property", key: discriminator, type: tag }, indexOf(keyword("unknown"))],
  };
  return { kind: "union", members: [...types, unknownMember] };
}

function objectType(schema: ObjectSchema, scope: Scope): TypeNode {
  if (isDictionary(schema)) return mapType(schema.rest, scope);
  const own: TypeNode = { kind: "object", members: membersOf(schema, scope) };
  if (schema.extends.length === 0) return own;
  const bases = schema.extends.map((base) => typeOf(base, scope));
  return { kind: "intersection", members: own.members.length === 0 ? bases : [...bases, own] };
}

/** Nothing but other keys. */
function isDictionary(schema: ObjectSchema): schema is ObjectSchema & { readonly rest: Schema } {
  return (
    schema.rest !== undefined &&
    schema.properties.length + schema.patterns.length + schema.extends.length === 0
  );
}

/** `Record` reads better, but an alias may not meet itself in the arguments of another alias. */
function mapType(rest: Schema, scope: Scope): TypeNode {
  const type = typeOf(rest, scope);
  if (referencesIn(rest).length > 0 || scope.layout.declares("Record"))
    return { kind: "object", members: [indexOf(type)] };
  return reference("Record", [keyword("string"), type]);
}

/** What stands between the braces of an interface or an object type. */
export function membersOf(schema: ObjectSchema, scope: Scope): readonly Member[] {
  const properties = schema.properties.map((property) => memberOf(property, scope));
  const indexes = indexesOf(schema, scope);
  return indexes.length === 0 ? properties : properties.concat(indexes);
}

function memberOf({ name, schema, required, docs }: Property, scope: Scope): Member {
  const type = typeOf(schema, scope);
  return {
    kind: "property",
    key: name,
    type: required ? type : orInherited(name, type),
    optional: !required,
    docs: commentOf(docs, name),
  };
}

/** TypeScript asks that an index signature covers every named member; the document does not, so it is widened. */
function indexesOf(schema: ObjectSchema, scope: Scope): readonly Member[] {
  const { properties, patterns, rest, closed } = schema;
  const isBare = properties.length === 0 && patterns.length === 0 && schema.extends.length === 0;
  if (rest === undefined && isBare) return [indexOf(keyword(closed ? "never" : "unknown"))];
  const byPattern = patterns.map((pattern): Member => {
    const covered = properties.filter(({ name }) => matchesTexts(pattern.texts, name));
    const wider = patterns.filter(
      (other) => other !== pattern && coversTexts(pattern.texts, other.texts),
    );
    const type = widened([pattern, ...wider].map(schemaOf), covered, scope);
    return indexOf(type, { kind: "template", texts: pattern.texts, hole: "string" });
  });
  if (rest === undefined) return byPattern;
  return [...byPattern, indexOf(widened([rest, ...patterns.map(schemaOf)], properties, scope))];
}

function schemaOf({ schema }: { readonly schema: Schema }): Schema {
  return schema;
}

function widened(
  schemas: readonly Schema[],
  properties: readonly Property[],
  scope: Scope,
): TypeNode {
  const all = [...schemas, ...properties.map(({ schema }) => schema)];
  if (all.some(({ kind }) => kind === "unknown")) return keyword("unknown");
  const types = distinct(all.map((schema) => typeOf(schema, scope)));
  const optional = properties.some(({ required }) => !required) ? [UNDEFINED] : [];
  return { kind: "union", members: [...types, ...optional] };
}

function indexOf(type: TypeNode, keyType: TypeNode = keyword("string")): Member {
  return { kind: "index", keyName: "key", keyType, type };
}
