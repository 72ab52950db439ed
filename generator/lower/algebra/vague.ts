import type { ObjectSchema, Property, Schema } from "../../model.ts";
import { NEVER, objectOf, UNKNOWN } from "./basics.ts";

/**
 * Objects of which only optional members are named, for the sake of a condition. TypeScript takes a value for a mistake
 * that shares no member with such a type, so while nothing else is said they say that anything else may be there.
 */
const ANYTHING_ELSE: Schema = { kind: "unknown" };

/** An object that has no member of this name. */
export function absenceOf(name: string): ObjectSchema {
  return objectOf([{ name, schema: NEVER, required: false, docs: {} }], { rest: ANYTHING_ELSE });
}

/** An object that may have members of these names, with any values. */
export function mentionOf(names: Iterable<string>): ObjectSchema {
  return objectOf(optionalMembers(names), { rest: ANYTHING_ELSE });
}

/** Members of which nothing is known. */
export function optionalMembers(names: Iterable<string>): readonly Property[] {
  return [...names].map((name) => ({ name, schema: UNKNOWN, required: false, docs: {} }));
}

/** True where a schema leaves it to other conditions what else an object may have. */
export function isVague(schema: Schema): boolean {
  switch (schema.kind) {
    case "unknown":
      return true;
    case "object":
      return schema.rest === ANYTHING_ELSE || (isWeak(schema) && schema.properties.length === 0);
    case "union":
      return schema.members.some(isVague);
    case "intersection":
      return schema.members.every(isVague);
    default:
      return false;
  }
}

/** Beside other conditions it is they who say what else may be there. */
export function bare(schema: Schema): Schema {
  return mapObjects(schema, (object) =>
    object.rest === ANYTHING_ELSE ? { ...object, rest: undefined } : object,
  );
}

/** Alone again. */
export function opened(schema: Schema): Schema {
  return mapObjects(schema, (object) =>
    isWeak(object) && object.properties.length > 0 ? { ...object, rest: ANYTHING_ELSE } : object,
  );
}

function isWeak({ properties, patterns, rest, closed, extends: bases }: ObjectSchema): boolean {
  const others = patterns.length + bases.length;
  return (
    others === 0 && rest === undefined && !closed && properties.every(({ required }) => !required)
  );
}

/** The objects that a schema is, not those inside them. */
function mapObjects(schema: Schema, change: (object: ObjectSchema) => ObjectSchema): Schema {
  switch (schema.kind) {
    case "object":
      return change(schema);
    case "union":
    case "intersection":
      return schema.members.some(({ kind }) => kind !== "reference")
        ? { ...schema, members: schema.members.map((member) => mapObjects(member, change)) }
        : schema;
    default:
      return schema;
  }
}
