import type { Node } from "../../spec/node.ts";
import type { Spec } from "../../spec/spec.ts";
import { type Discriminator, readDiscriminator, subtypes } from "./schema-discriminator.ts";
import { readLimits, type Limit } from "./schema-limits.ts";
import { readObject, type PropertyView } from "./schema-object.ts";
import { partsOf, type Union } from "./schema-parts.ts";
import { nullabilityOf, typesOf } from "./schema-types.ts";
import { readValues } from "./schema-values.ts";

/**
 * What a schema asks of a value: its own words and those of `allOf` and `$ref` taken together, `null` taken out.
 * Made of several schemas at once where a property is described in several branches.
 */
export interface SchemaView {
  /** The first schema, before references: where documentation stands. */
  readonly node: Node;
  /** All schemas that must hold together. */
  readonly parts: readonly Node[];
  /** `integer` counts besides `number`. Undefined: any type. */
  readonly types: ReadonlySet<string> | undefined;
  /** Undefined: nothing is said. */
  readonly nullable: boolean | undefined;
  /** The closed list of values by their JSON. */
  readonly values: ReadonlyMap<string, Node> | undefined;
  readonly format: Node | undefined;
  readonly pattern: Node | undefined;
  readonly encoding: Node | undefined;
  readonly fallback: Node | undefined;
  readonly limits: ReadonlyMap<string, Limit>;
  readonly properties: ReadonlyMap<string, PropertyView>;
  /** `false` when other properties are forbidden; their schemas, if there are some. */
  readonly others: false | readonly Node[];
  readonly items: Node | undefined;
  readonly positions: readonly Node[];
  readonly union: Union | undefined;
  readonly discriminator: Discriminator | undefined;
  /** The components that extend this one, where a discriminator tells them apart. */
  readonly subtypes: readonly Node[];
  /** Further keywords by name, as JSON. */
  readonly conditions: ReadonlyMap<string, Node>;
}

const CONDITIONS = [
  "not",
  "if",
  "then",
  "else",
  "contains",
  "minContains",
  "maxContains",
  "propertyNames",
  "patternProperties",
  "dependentRequired",
  "dependentSchemas",
  "unevaluatedProperties",
  "unevaluatedItems",
  "contentSchema",
];

/** Reads schemas that must hold together; `undefined` when there is none: anything goes. */
export function viewOf(spec: Spec, nodes: readonly Node[]): SchemaView | undefined {
  const [node] = nodes;
  if (node === undefined) return undefined;
  const { parts, unions, nullInUnion } = partsOf(spec, nodes);
  const first = (keyword: string): Node | undefined => firstOf(parts, keyword);
  const values = readValues(parts);
  const types = typesOf(parts, values, spec);
  const prefix = first("prefixItems") ?? arrayItems(first("items"));
  const discriminator = readDiscriminator(first("discriminator"));
  const [union] = unions;
  return {
    node,
    parts,
    types,
    nullable: nullInUnion ? true : nullabilityOf(parts),
    values: values && new Map([...values].filter(([json]) => json !== "null")),
    format: isEncoding(first("format")) ? undefined : first("format"),
    pattern: first("pattern"),
    encoding:
      first("contentEncoding") ??
      first("contentMediaType") ??
      (isEncoding(first("format")) ? first("format") : undefined),
    fallback: first("default"),
    limits: readLimits(parts, types),
    ...readObject(spec, parts),
    items: first("items")?.value === true || prefix === first("items") ? undefined : first("items"),
    positions: prefix?.items() ?? [],
    union,
    discriminator,
    subtypes: subtypes(spec, node, { union, discriminator }),
    conditions: conditionsOf(parts, unions.slice(1)),
  };
}

/** Formats of OpenAPI 3.0 that say how a value is written, not what it is. */
function isEncoding(format: Node | undefined): boolean {
  return format?.value === "byte" || format?.value === "binary";
}

/** `items` as a list: the tuples of JSON Schema before 2020-12. */
function arrayItems(items: Node | undefined): Node | undefined {
  return Array.isArray(items?.value) ? items : undefined;
}

function firstOf(parts: readonly Node[], keyword: string): Node | undefined {
  for (const part of parts) {
    const node = part.get(keyword);
    if (node !== undefined) return node;
  }
  return undefined;
}

function conditionsOf(parts: readonly Node[], unions: readonly Union[]): ReadonlyMap<string, Node> {
  const conditions = new Map<string, Node>();
  for (const keyword of CONDITIONS) {
    const node = firstOf(parts, keyword);
    if (node !== undefined) conditions.set(keyword, node);
  }
  for (const [index, { node }] of unions.entries())
    conditions.set(`${node.key} ${index + 2}`, node);
  return conditions;
}
