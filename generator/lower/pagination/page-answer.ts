import { groupBy } from "../../group-by.ts";
import type { Property, Schema } from "../../model.ts";
import { UNKNOWN } from "../algebra/basics.ts";
import { intersectionOf } from "../algebra/intersection.ts";
import { unionOf } from "../algebra/union.ts";
import type { Context } from "../context.ts";
import { lowerSchema } from "../schema/schema.ts";
import { ASIDES, LISTS, surest, WRAPPERS, type Words } from "./pagination-words.ts";

/** Looking for what an answer says about its pages. */

/** A step into an answer: the way, and the property at its end. */
export interface Found {
  readonly path: readonly string[];
  readonly property: Property;
}

export interface List {
  /** Where it is; `[]` when the answer itself is the list. */
  readonly items: readonly string[];
  readonly item: Schema;
}

/** The list in an answer, which HAL keeps in `_embedded`, under the name of its items. */
export function listIn(context: Context, answer: Schema): List | undefined {
  const own = ownList(context, answer);
  if (own !== undefined) return own;
  const embedded = propertiesOf(context, answer).find(({ name }) => name === "_embedded");
  const list = embedded && ownList(context, embedded.schema);
  return list && { ...list, items: ["_embedded", ...list.items] };
}

/** The answer itself, a property with a usual name, or the only list there is. */
function ownList(context: Context, answer: Schema): List | undefined {
  const whole = itemOf(context, answer);
  if (whole !== undefined) return { items: [], item: whole };
  const byName = groupBy(propertiesOf(context, answer), ({ name }) => name);
  const lists = [...byName].flatMap(([name, properties]) => {
    const item = itemOf(context, togetherOf(context, properties));
    return item === undefined ? [] : [{ name, item }];
  });
  const usual = surest(lists, LISTS, ({ name }) => name);
  const [only, ...others] =
    lists.length > 1 ? lists.filter(({ name }) => !ASIDES.has(name)) : lists;
  const found = usual ?? (others.length === 0 ? only : undefined);
  return found && { items: [found.name], item: found.item };
}

/** The item of a list, or of a choice of lists; undefined for all else. No deeper: a choice can be one of its own members. */
export function itemOf(context: Context, schema: Schema): Schema | undefined {
  const meant = resolve(context, schema);
  if (meant?.kind === "array") return meant.items;
  if (meant?.kind !== "union") return undefined;
  const lists = meant.members.map((member) => resolve(context, member));
  const items = lists.flatMap((list) => (list?.kind === "array" ? [list.items] : []));
  return items.length === lists.length ? unionOf(items) : undefined;
}

/** What a property of an answer holds, by all that is said of it. */
export function memberOf(context: Context, schema: Schema, name: string): Schema {
  const properties = propertiesOf(context, schema).filter((property) => property.name === name);
  return togetherOf(context, properties);
}

/** What a member holds by all that is said of it: a page can be a general list and a list of something. */
function togetherOf(context: Context, properties: readonly Property[]): Schema {
  const schemas = properties.map((property) => resolve(context, property.schema) ?? UNKNOWN);
  return intersectionOf(schemas, context.typesOf);
}

/** The properties of an answer, then those of the objects that usually hold what is said about pages, two deep. */
export function membersOf(context: Context, answer: Schema, depth = 2): readonly Found[] {
  const own = propertiesOf(context, answer).map((property) => ({
    path: [property.name],
    property,
  }));
  if (depth === 0) return own;
  const inner = own
    .filter(({ property }) => WRAPPERS.has(property.name))
    .flatMap((wrapper) =>
      membersOf(context, wrapper.property.schema, depth - 1).map(({ path, property }) => ({
        path: [...wrapper.path, ...path],
        property,
      })),
    );
  return [...own, ...inner];
}

/** The first member, by the order of the words, whose name is one of them and that passes. */
export function find(
  members: readonly Found[],
  words: Words,
  test: (found: Found) => boolean,
): Found | undefined {
  return surest(members, words, ({ property }) => property.name, test);
}

/** Whether a member may be of one of these types; of one without a type nobody knows. */
export function hasType(
  context: Context,
  { property }: Found,
  ...types: readonly ("string" | "number" | "boolean")[]
): boolean {
  const meant = resolve(context, property.schema);
  if (meant === undefined || meant.kind === "unknown") return false;
  const allowed = context.typesOf(meant);
  return types.some((type) => allowed.has(type));
}

/** The properties of an object and of the parts of an intersection; one that several parts have is there for each. */
export function propertiesOf(context: Context, schema: Schema, depth = 0): readonly Property[] {
  const meant = resolve(context, schema);
  if (meant === undefined || depth > 4) return [];
  if (meant.kind === "object") return meant.properties;
  if (meant.kind === "intersection")
    return meant.members.flatMap((member) => propertiesOf(context, member, depth + 1));
  return [];
}

/** The members that an object may have; undefined where others are allowed or nothing is known. */
export function namesIn(context: Context, schema: Schema): readonly string[] | undefined {
  const meant = resolve(context, schema);
  if (meant === undefined) return undefined;
  const parts = meant.kind === "intersection" ? meant.members : [meant];
  const isKnown = parts.every((part) => {
    const one = resolve(context, part);
    if (one?.kind !== "object" || one.extends.length > 0) return false;
    return one.rest === undefined && one.patterns.length === 0;
  });
  const names = propertiesOf(context, schema).map(({ name }) => name);
  return isKnown && names.length > 0 ? names : undefined;
}

/** What a reference stands for; a nullable thing without its null. */
function resolve(context: Context, schema: Schema, depth = 0): Schema | undefined {
  if (depth > 8) return undefined;
  if (schema.kind === "reference") {
    const entry = context.registry.get(schema.target);
    if (entry === undefined) return undefined;
    const lowered =
      entry.schema ?? lowerSchema(context, entry.node, { direction: "response", as: "json" });
    return resolve(context, lowered, depth + 1);
  }
  if (schema.kind !== "union") return schema;
  const members = schema.members.filter(({ kind }) => kind !== "null");
  const [only] = members;
  return members.length === 1 && only !== undefined ? resolve(context, only, depth + 1) : schema;
}
