import type { ObjectSchema, Schema } from "../model.ts";
import type { Node } from "../spec/node.ts";
import { refOf, type Spec } from "../spec/spec.ts";
import { literalOf, objectOf } from "./basics.ts";
import { intersectionOf } from "./intersection.ts";
import { unionOf } from "./union.ts";
import { schemaNodes } from "./component-schemas.ts";
import type { Context, Use } from "./context.ts";
import { lowerSchema } from "./schema.ts";

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
  const lowered = members.map((member) => lowerMember(context, member, property, mapping, use));
  const tagged = lowered.every(({ tagged: has }) => has);
  const schemas = lowered.map(({ schema }) => schema);
  if (!tagged) return unionOf(schemas);
  if (context.openEnums) context.registry.noteDifference();
  const open = context.openEnums && use.direction === "response";
  return unionOf(schemas, { discriminator: property, open });
}

/** OpenAPI 3 has an object, Swagger 2.0 a plain string. */
export function discriminatorOf(node: Node): string | undefined {
  return node.get("discriminator")?.string("propertyName") ?? node.string("discriminator");
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
  if (!types.has("object")) return { schema, tagged: true };
  const target = context.spec.follow(member);
  const literals = literalsOf(context.spec, member, property);
  const mapped = target && mapping.get(target.value);
  // An enumeration that a whole family shares says less than the mapping does.
  const narrower =
    mapped?.every((tag) => literals?.includes(tag)) === true &&
    mapped.length < (literals?.length ?? 0);
  if (literals !== undefined && !narrower) return { schema, tagged: true };
  const tags = target === undefined ? [] : tagsOf(mapping, target, lastName(member));
  if (tags.length === 0 || types.size > 1) return { schema, tagged: false };
  const tag = tagObject(property, tags, isRequired(context.spec, member, property));
  return { schema: intersectionOf([schema, tag], context.typesOf), tagged: true };
}

function tagObject(property: string, tags: readonly string[], required: boolean): ObjectSchema {
  return objectOf([{ name: property, schema: unionOf(tags.map(literalOf)), required, docs: {} }]);
}

/** Tag values by the value of the schema they select. */
type Mapping = ReadonlyMap<unknown, readonly string[]>;

function mappingOf(spec: Spec, node: Node): Mapping {
  const mapping = new Map<unknown, string[]>();
  for (const member of node.at("discriminator", "mapping")?.members() ?? []) {
    const target =
      typeof member.value === "string" ? mapped(spec, member, member.value) : undefined;
    if (target === undefined) continue;
    const tags = mapping.get(target.value);
    if (tags === undefined) mapping.set(target.value, [member.key]);
    else tags.push(member.key);
  }
  return mapping;
}

/** A mapping value is a component's name or a reference; a plain word may be either, and the name is tried first. */
function mapped(spec: Spec, from: Node, value: string): Node | undefined {
  const byName = /^[\w.-]+$/.test(value) ? schemaNodes(spec).get(value) : undefined;
  const target = byName ?? spec.resolve(from, value);
  return target === undefined ? undefined : spec.follow(target);
}

function tagsOf(mapping: Mapping, target: Node, name: string | undefined): readonly string[] {
  return mapping.get(target.value) ?? (name === undefined ? [] : [name]);
}

/** The implicit tag of a member: the name of the component that it refers to. */
function lastName(member: Node): string | undefined {
  const name = refOf(member)?.split("/").pop();
  return name === undefined || name === "" ? undefined : decodeName(name);
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name).replaceAll("~1", "/").replaceAll("~0", "~");
  } catch {
    return name;
  }
}

/** The values that a member itself gives its tag; undefined where it does not. */
function literalsOf(spec: Spec, node: Node, property: string): readonly unknown[] | undefined {
  let literals: readonly unknown[] | undefined;
  someSchema(spec, node, (schema) => {
    const at = schema.at("properties", property);
    const meant = at === undefined ? undefined : spec.follow(at);
    if (meant?.has("const") === true) literals = [meant.record["const"]];
    else if (meant?.has("enum") === true)
      literals = meant
        .get("enum")
        ?.items()
        .map(({ value }) => value);
    return literals !== undefined;
  });
  return literals;
}

function isRequired(spec: Spec, node: Node, property: string): boolean {
  return someSchema(spec, node, (schema) => schema.strings("required").includes(property));
}

/** Asks a schema and all that it is made of by `$ref` and `allOf`. */
function someSchema(
  spec: Spec,
  node: Node,
  test: (schema: Node) => boolean,
  seen = new Set<unknown>(),
): boolean {
  const schema = spec.follow(node);
  if (schema === undefined || seen.has(schema.value)) return false;
  seen.add(schema.value);
  if (test(schema)) return true;
  return (schema.get("allOf")?.items() ?? []).some((member) =>
    someSchema(spec, member, test, seen),
  );
}

/**
 * The tag of a schema that builds on a base with a discriminator (`allOf: [base, ...]`), however far up: the values that
 * select it, and those that select the schemas that build on it in turn.
 */
export function inheritedTag(context: Context, heir: Node, member: Node): Schema | undefined {
  const base = refOf(member) === undefined ? undefined : discriminatingBase(context.spec, member);
  const property = base === undefined ? undefined : discriminatorOf(base);
  if (base === undefined || property === undefined) return undefined;
  const family = [heir, ...heirsOf(context, heir)];
  if (family.some((one) => declaresTag(context.spec, one, property))) return undefined;
  const mapping = mappingOf(context.spec, base);
  const tags = family.flatMap(
    (one) => mapping.get(one.value) ?? implicitTag(context, one, mapping),
  );
  if (tags.length === 0) return undefined;
  return tagObject(property, tags, isRequired(context.spec, base, property));
}

/** A component's name selects it; one that others build on is abstract where a mapping leaves it out. */
function implicitTag(context: Context, node: Node, mapping: Mapping): readonly string[] {
  const name = nameOf(context, node);
  const isAbstract = mapping.size > 0 && (context.heirs.get(node.value) ?? []).length > 0;
  return name === undefined || isAbstract ? [] : [name];
}

/** The schema itself or one that it is made of, if that has a discriminator and does not list its heirs itself. */
function discriminatingBase(spec: Spec, member: Node): Node | undefined {
  let found: Node | undefined;
  someSchema(spec, member, (schema) => {
    const isBase =
      discriminatorOf(schema) !== undefined && !schema.has("oneOf") && !schema.has("anyOf");
    if (isBase) found = schema;
    return isBase;
  });
  return found;
}

/** A literal in the heir's own part says more than its name does. */
function declaresTag(spec: Spec, heir: Node, property: string): boolean {
  const own = [
    heir,
    ...(heir
      .get("allOf")
      ?.items()
      .filter((member) => refOf(member) === undefined) ?? []),
  ];
  return own.some((schema) => {
    const at = schema.at("properties", property);
    const meant = at === undefined ? undefined : spec.follow(at);
    return meant !== undefined && (meant.has("const") || meant.has("enum"));
  });
}

function heirsOf(context: Context, node: Node, seen = new Set<unknown>()): readonly Node[] {
  if (seen.has(node.value)) return [];
  seen.add(node.value);
  return (context.heirs.get(node.value) ?? []).flatMap((heir) => [
    heir,
    ...heirsOf(context, heir, seen),
  ]);
}

function nameOf(context: Context, node: Node): string | undefined {
  const isComponent = schemaNodes(context.spec).get(node.key)?.value === node.value;
  return isComponent ? node.key : undefined;
}

/** Component schemas by the value of each schema that they name in `allOf`. */
export function collectHeirs(spec: Spec): ReadonlyMap<unknown, readonly Node[]> {
  const heirs = new Map<unknown, Node[]>();
  for (const node of schemaNodes(spec).values()) {
    for (const member of node.get("allOf")?.items() ?? []) {
      const base = refOf(member) === undefined ? undefined : spec.follow(member);
      if (base === undefined) continue;
      const known = heirs.get(base.value);
      if (known === undefined) heirs.set(base.value, [node]);
      else known.push(node);
    }
  }
  return heirs;
}
