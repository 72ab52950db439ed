import type { KeyPrefix, Property, Schema } from "../model.ts";
import { isRecord, Node } from "../spec/node.ts";
import { refOf } from "../spec/spec.ts";
import { objectOf, UNKNOWN } from "./basics.ts";
import { unionOf } from "./union.ts";
import type { Context, Use } from "./context.ts";
import { docsOf, lowerDocs } from "./docs.ts";
import { lowerPlainScalar } from "./plain-scalar.ts";
import { lowerSchema } from "./schema.ts";
import { isComposed, reportUnexpressed } from "./unexpressed.ts";

/**
 * `properties`, `required`, `patternProperties`, `additionalProperties` and `propertyNames`
 * (JSON Schema 2020-12 core, section 10.3.2). `default` never makes a property required.
 */
export function lowerObject(context: Context, node: Node, use: Use): Schema {
  if (saysMembersOnly(node) && !context.spec.isExact(node))
    return objectOf(lowerProperties(context, node, undefined, use));
  const patterns = lowerPatterns(context, node, use);
  const others = lowerOthers(context, node, patterns, use);
  const rest = others.rest ?? (context.spec.isExact(node) && !others.closed ? UNKNOWN : undefined);
  const properties = lowerProperties(context, node, rest, use);
  const names = propertyNames(context, node);
  if (names === undefined)
    return objectOf(properties, { ...others, prefixes: patterns.prefixes, rest });
  const known = new Set(properties.map(({ name }) => name));
  const named = names.filter((name) => !known.has(name));
  const optional = named.map((name): Property => ({
    name,
    schema: rest ?? UNKNOWN,
    required: false,
    docs: {},
  }));
  return objectOf([...properties, ...optional], { closed: true });
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

function lowerProperties(
  context: Context,
  node: Node,
  rest: Schema | undefined,
  use: Use,
): readonly Property[] {
  const missing = new Set(node.strings("required"));
  const properties: Property[] = [];
  const section = node.get("properties");
  const members = section?.record ?? {};
  for (const name of Object.keys(members)) {
    const value = members[name];
    const required = missing.delete(name);
    const property =
      plainProperty(name, value, required, use) ??
      lowerProperty(context, new Node(node.source, value, section, name), required, use);
    if (property !== undefined) properties.push(property);
  }
  for (const name of missing)
    properties.push({ name, schema: rest ?? UNKNOWN, required: true, docs: {} });
  return properties;
}

/** Most properties are scalars: those are read without a node. */
function plainProperty(
  name: string,
  value: unknown,
  required: boolean,
  use: Use,
): Property | undefined {
  if (!isRecord(value) || value["readOnly"] === true || value["writeOnly"] === true)
    return undefined;
  const schema = lowerPlainScalar(value, use);
  return schema && { name, schema, required, docs: docsOf(value) };
}

function lowerProperty(
  context: Context,
  node: Node,
  required: boolean,
  use: Use,
): Property | undefined {
  const schema = lowerSchema(context, node, use);
  const property = { name: node.key, schema, required, docs: lowerDocs(node) };
  // The marks stand at the property or, since OpenAPI 3.0 allows nothing beside `$ref`, at what it refers to.
  const target = refOf(node) === undefined ? undefined : context.spec.follow(node);
  const readOnly = node.boolean("readOnly") === true || target?.boolean("readOnly") === true;
  const writeOnly = node.boolean("writeOnly") === true || target?.boolean("writeOnly") === true;
  if (readOnly === writeOnly) return property;
  context.registry.noteDifference();
  const isLeftOut = readOnly ? use.direction === "request" : use.direction === "response";
  return isLeftOut ? undefined : property;
}

interface Others {
  readonly rest: Schema | undefined;
  readonly closed: boolean;
}

/** What keys hold that neither `properties` nor an expressible pattern names. */
function lowerOthers(context: Context, node: Node, patterns: Patterns, use: Use): Others {
  const additional = node.get("additionalProperties") ?? unevaluated(context, node);
  if (additional === undefined) {
    return { rest: patterns.unexpressed.length > 0 ? UNKNOWN : undefined, closed: false };
  }
  if (additional.value !== false) {
    return {
      rest: unionOf([lowerSchema(context, additional, use), ...patterns.unexpressed]),
      closed: false,
    };
  }
  if (patterns.unexpressed.length === 0) return { rest: undefined, closed: true };
  return { rest: unionOf(patterns.unexpressed), closed: false };
}

/** Where nothing is composed, "unevaluated" means "additional"; elsewhere no type can say it. */
function unevaluated(context: Context, node: Node): Node | undefined {
  if (!isComposed(node)) return node.get("unevaluatedProperties");
  reportUnexpressed(context, node, ["unevaluatedProperties"]);
  return undefined;
}

interface Patterns {
  readonly prefixes: readonly KeyPrefix[];
  readonly unexpressed: readonly Schema[];
}

/** A pattern is read, never run: `^literal` becomes a key prefix, every other one widens what all keys may hold. */
function lowerPatterns(context: Context, node: Node, use: Use): Patterns {
  const prefixes: KeyPrefix[] = [];
  const unexpressed: Schema[] = [];
  for (const member of node.get("patternProperties")?.members() ?? []) {
    const schema = lowerSchema(context, member, use);
    const prefix = /^\^([\w:@ -]+)(?:\.[*+]\$?)?$/.exec(member.key)?.[1];
    if (prefix !== undefined) {
      prefixes.push({ prefix, schema });
      continue;
    }
    unexpressed.push(schema);
    context.diagnostics.report("not-expressible", member, { keyword: "patternProperties" });
  }
  return { prefixes, unexpressed };
}

/** The names that `propertyNames` lists, when it lists any. */
function propertyNames(context: Context, node: Node): readonly string[] | undefined {
  const names = node.get("propertyNames");
  const meant = names === undefined ? undefined : context.spec.follow(names);
  if (meant === undefined) return undefined;
  const constant = meant.string("const");
  if (constant !== undefined) return [constant];
  if (meant.has("enum")) return meant.strings("enum");
  if (names !== undefined && meant.value !== true && meant.value !== false) {
    const restricts = Object.keys(meant.record).some(
      (key) => !["type", "description", "title"].includes(key),
    );
    if (restricts)
      context.diagnostics.report("not-expressible", names, { keyword: "propertyNames" });
  }
  return undefined;
}
