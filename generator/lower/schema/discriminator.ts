import type { Schema } from "../../model.ts";
import type { Node } from "../../spec/node.ts";
import type { Context, Use } from "../context.ts";
import { inheritsTag, tagObject } from "./inherited-tag.ts";
import { intersectionOf } from "../algebra/intersection.ts";
import { defaultOf, discriminatorOf, implicitTag, type Mapping, mappingOf } from "./mapping.ts";
import { lowerSchema } from "./schema.ts";
import { unionOf } from "../algebra/union.ts";
import { canBeText, isRequired, isTaggedUnion, writtenTags } from "./written-tag.ts";

/**
 * `oneOf` and `anyOf`, told apart by a discriminator where there is one (OpenAPI 3.1, 4.8.25). Members whose tag is
 * only "a string" get the values that the mapping, or else their component name, gives them.
 */
export function lowerUnion(
  context: Context,
  node: Node,
  members: readonly Node[],
  use: Use,
): Schema {
  const property = discriminatorOf(node);
  if (property === undefined)
    return unionOf(members.map((member) => lowerSchema(context, member, use)));
  const mapping = mappingOf(context.spec, node);
  const fallback = defaultOf(context.spec, node);
  const lowered = members.map((member) =>
    context.spec.follow(member)?.value === fallback?.value && fallback !== undefined
      ? { schema: lowerSchema(context, member, use), tagged: true }
      : lowerMember(context, member, property, mapping, use),
  );
  const tagged = lowered.every(({ tagged: has }) => has);
  const schemas = lowered.map(({ schema }) => schema);
  if (!tagged) return unionOf(schemas);
  if (context.openEnums) context.registry.noteDifference();
  // A tag that nobody knows yet is the default's.
  const open = context.openEnums && use.direction === "response" && fallback === undefined;
  return unionOf(schemas, { discriminator: property, open });
}

interface Member {
  readonly schema: Schema;
  /** True when values of the member can be told by their tag, or are no objects at all. */
  readonly tagged: boolean;
}

function lowerMember(
  context: Context,
  member: Node,
  property: string,
  mapping: Mapping,
  use: Use,
): Member {
  const schema = lowerSchema(context, member, use);
  const types = context.typesOf(schema);
  const target = context.spec.follow(member);
  if (!types.has("object")) return { schema, tagged: true };
  if (target === undefined || types.size > 1) return { schema, tagged: false };
  const mapped = mapping.get(target.value);
  if (hasTag(context, member, target, property, mapped)) return { schema, tagged: true };
  const name = implicitTag(member, target);
  const tags = mapped ?? (name === undefined ? [] : [name]);
  if (tags.length === 0 || !canBeText(context.spec, member, property))
    return { schema, tagged: false };
  const tag = tagObject(property, tags, isRequired(context.spec, member, property));
  return { schema: intersectionOf([schema, tag], context.typesOf), tagged: true };
}

/** Whether the member's own type tells its tag, and no less than the mapping does. */
function hasTag(
  context: Context,
  member: Node,
  target: Node,
  property: string,
  mapped: readonly string[] | undefined,
): boolean {
  const written = writtenTags(context.spec, member, property);
  // An enumeration that a whole family shares says less than the mapping does.
  if (written !== undefined)
    return !(mapped?.every((tag) => written.includes(tag)) && mapped.length < written.length);
  if (isTaggedUnion(context.spec, member, property)) return true;
  return mapped === undefined && inheritsTag(context, target, property);
}
