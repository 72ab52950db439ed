import type { Property, Schema } from "../../model.ts";
import type { Node } from "../../spec/node.ts";
import { objectOf, UNKNOWN } from "../algebra/basics.ts";
import { unionOf } from "../algebra/union.ts";
import type { Context, Use } from "../context.ts";
import { type KeyPatterns, lowerPatterns, schemaOfKey } from "./key-patterns.ts";
import { lowerProperties } from "./properties.ts";
import { namesAllowed } from "./property-names.ts";
import { lowerSchema } from "./schema.ts";
import { sealedMembers, useOfMembers } from "./sealed.ts";
import { isComposed, reportUnexpressed } from "./unexpressed.ts";

/**
 * `properties`, `required`, `patternProperties`, `additionalProperties`, `propertyNames` and `maxProperties: 0`
 * (JSON Schema 2020-12 core, section 10.3.2).
 */
export function lowerObject(context: Context, node: Node, use: Use): Schema {
  const inside = useOfMembers(use);
  if (saysMembersOnly(node) && !context.spec.isExact(node))
    return objectOf(lowerProperties(context, node, () => UNKNOWN, inside));
  const patterns = lowerPatterns(context, node, inside);
  const { rest, closed } = lowerOthers(context, node, patterns, use);
  const schemaOf = (name: string): Schema => schemaOfKey(context, patterns, rest, name);
  const named = lowerProperties(context, node, schemaOf, inside);
  const properties = withOthers(named, sealedMembers(context, node, use), () => UNKNOWN);
  const names = namesAllowed(context, node);
  if (names?.kind === "names")
    return objectOf(withOthers(properties, names.names, schemaOf), { closed: true });
  if (names === undefined || patterns.patterns.length > 0 || closed)
    return objectOf(properties, { patterns: patterns.patterns, rest, closed });
  const pattern = { texts: names.texts, schema: rest ?? UNKNOWN };
  return objectOf(properties, { patterns: [pattern], closed: true });
}

/** Named members, and others that may be there. */
function withOthers(
  properties: readonly Property[],
  names: Iterable<string>,
  schemaOf: (name: string) => Schema,
): readonly Property[] {
  const known = new Set(properties.map(({ name }) => name));
  const others = [...names].filter((name) => !known.has(name));
  return [
    ...properties,
    ...others.map((name) => ({ name, schema: schemaOf(name), required: false, docs: {} })),
  ];
}

/** Keywords that say nothing about other members than those of `properties`. */
const MEMBERS_ONLY = new Set([
  "type",
  "title",
  "description",
  "properties",
  "required",
  "example",
  "examples",
  "default",
  "deprecated",
  "nullable",
  "readOnly",
  "writeOnly",
]);

/** True for nearly all objects: one look at each keyword tells that there is nothing else to read. */
function saysMembersOnly({ record }: Node): boolean {
  for (const keyword in record) if (!MEMBERS_ONLY.has(keyword)) return false;
  return true;
}

interface Others {
  readonly rest: Schema | undefined;
  readonly closed: boolean;
}

/** What keys hold that neither `properties` nor an expressible pattern names. */
function lowerOthers(
  context: Context,
  node: Node,
  { all, unexpressed }: KeyPatterns,
  use: Use,
): Others {
  if (all !== undefined)
    return all.kind === "never" ? { rest: undefined, closed: true } : { rest: all, closed: false };
  const additional = node.get("additionalProperties") ?? unevaluated(context, node, use);
  if (additional?.value === false) return { rest: unexpressed, closed: unexpressed === undefined };
  if (additional !== undefined) {
    const rest = lowerSchema(context, additional, useOfMembers(use));
    return { rest: unexpressed === undefined ? rest : unionOf([rest, unexpressed]), closed: false };
  }
  const isOpen =
    unexpressed !== undefined || (context.spec.isExact(node) && use.sealed === undefined);
  return { rest: isOpen ? UNKNOWN : undefined, closed: false };
}

/**
 * Where nothing is composed, "unevaluated" means "additional". Elsewhere `false` leaves the members that the parts name,
 * as long as none of them is open; what a schema asks of the others no type can say.
 */
function unevaluated(context: Context, node: Node, use: Use): Node | undefined {
  const at = node.get("unevaluatedProperties");
  if (at === undefined || !isComposed(node)) return at;
  const isClosed = use.sealed === true || !context.spec.isExact(node);
  if (at.value !== false || !isClosed) reportUnexpressed(context, node, ["unevaluatedProperties"]);
  return undefined;
}
