import type { ObjectSchema, Schema } from "../../model.ts";
import type { Node } from "../../spec/node.ts";
import { refOf, type Spec } from "../../spec/spec.ts";
import { literalOf, objectOf } from "../algebra/basics.ts";
import { schemaNodes } from "../../spec/components.ts";
import type { Context } from "../context.ts";
import { discriminatorOf, ownTag } from "./mapping.ts";
import { unionOf } from "../algebra/union.ts";
import { canBeText, isRequired, someSchema, tagsAt, writtenTags } from "./written-tag.ts";

/**
 * The tag of a schema that builds on a base with a discriminator (`allOf: [base, ...]`), however far up: the values that
 * select it, and those that select the schemas that build on it in turn. `member` is what its `allOf` lists.
 */
export function inheritedTag(context: Context, heir: Node, member: Node): Schema | undefined {
  const base = discriminatingBase(context.spec, member);
  const property = base === undefined ? undefined : discriminatorOf(base);
  if (base === undefined || property === undefined) return undefined;
  const tags = tagsOfFamily(context, heir, base, property);
  if (tags.length === 0) return undefined;
  return tagObject(property, tags, isRequired(context.spec, base, property));
}

/** True where the type of a schema has its tags already, because it builds on a base that is told by the same property. */
export function inheritsTag(context: Context, schema: Node, property: string): boolean {
  return (schema.get("allOf")?.items() ?? []).some((member) => {
    const base = discriminatingBase(context.spec, member);
    if (base === undefined || discriminatorOf(base) !== property) return false;
    return tagsOfFamily(context, schema, base, property).length > 0;
  });
}

/** A property that holds one of these texts. */
export function tagObject(
  property: string,
  tags: readonly string[],
  required: boolean,
): ObjectSchema {
  return objectOf([{ name: property, schema: unionOf(tags.map(literalOf)), required, docs: {} }]);
}

/**
 * The tags that select a schema or one that builds on it, of those that the base's own enumeration lists. None where a
 * member of the family writes its tag, which says more than a name does.
 */
function tagsOfFamily(
  context: Context,
  heir: Node,
  base: Node,
  property: string,
): readonly string[] {
  const { spec, families } = context;
  const family = [heir, ...heirsOf(context, heir)];
  if (family.some((one) => declaresTag(spec, one, property))) return [];
  if (!canBeText(spec, base, property)) return [];
  const mapped = families.tags.get(property);
  const tags = family.flatMap(
    (one) => mapped?.get(one.value) ?? ownTag(one) ?? nameOf(context, one) ?? [],
  );
  const allowed = writtenTags(spec, base, property);
  return [...new Set(tags)].filter((tag) => allowed?.includes(tag) ?? true);
}

/** What a reference leads to, or one that it is made of, if that has a discriminator and does not list its heirs itself. */
function discriminatingBase(spec: Spec, member: Node): Node | undefined {
  if (refOf(member) === undefined) return undefined;
  let found: Node | undefined;
  someSchema(spec, member, (schema) => {
    const isBase =
      discriminatorOf(schema) !== undefined && !schema.has("oneOf") && !schema.has("anyOf");
    if (isBase) found = schema;
    return isBase;
  });
  return found;
}

function declaresTag(spec: Spec, heir: Node, property: string): boolean {
  const parts = heir.get("allOf")?.items() ?? [];
  const own = [heir, ...parts.filter((part) => refOf(part) === undefined)];
  return own.some((schema) => tagsAt(spec, schema, property) !== undefined);
}

function heirsOf(context: Context, node: Node, seen = new Set<unknown>()): readonly Node[] {
  if (seen.has(node.value)) return [];
  seen.add(node.value);
  return (context.families.heirs.get(node.value) ?? []).flatMap((heir) => [
    heir,
    ...heirsOf(context, heir, seen),
  ]);
}

/** A component's name selects it where no mapping does. */
function nameOf(context: Context, node: Node): string | undefined {
  const isComponent = schemaNodes(context.spec).get(node.key)?.value === node.value;
  return isComponent ? node.key : undefined;
}
