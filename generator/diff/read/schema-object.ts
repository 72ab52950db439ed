import { addTo } from "../../group-by.ts";
import type { Node } from "../../spec/node.ts";
import type { Spec } from "../../spec/spec.ts";
import { anything } from "./anything.ts";

export interface PropertyView {
  readonly name: string;
  /** Its schemas: one for each branch that describes it. */
  readonly nodes: readonly Node[];
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly deprecated: boolean;
}

export interface ObjectView {
  readonly properties: ReadonlyMap<string, PropertyView>;
  readonly others: false | readonly Node[];
}

/** What the parts say of the members of an object, taken together. */
export function readObject(spec: Spec, parts: readonly Node[]): ObjectView {
  const nodes = new Map<string, Node[]>();
  const required = new Set(parts.flatMap((part) => part.strings("required")));
  for (const part of parts)
    for (const member of part.get("properties")?.members() ?? []) addTo(nodes, member.key, member);
  const others = othersOf(parts);
  for (const name of parts.flatMap((part) => part.get("required")?.items() ?? []))
    if (typeof name.value === "string" && !nodes.has(name.value))
      nodes.set(name.value, undescribed(name, others));
  const properties = [...nodes].map(([name, own]) => propertyOf(spec, name, own, required));
  return {
    properties: new Map(properties.map((property) => [property.name, property])),
    others,
  };
}

/** A name that is only required has to be there all the same, and is what other properties are. */
function undescribed(name: Node, others: ObjectView["others"]): Node[] {
  return others === false || others.length === 0 ? [anything(name)] : [...others];
}

function propertyOf(
  spec: Spec,
  name: string,
  nodes: readonly Node[],
  required: ReadonlySet<string>,
): PropertyView {
  const all = nodes.flatMap((node) => [node, spec.follow(node) ?? node]);
  const says = (keyword: string): boolean => all.some((node) => node.boolean(keyword) === true);
  return {
    name,
    nodes,
    required: required.has(name),
    readOnly: says("readOnly"),
    writeOnly: says("writeOnly"),
    deprecated: nodes.some((node) => node.boolean("deprecated") === true),
  };
}

function othersOf(parts: readonly Node[]): false | readonly Node[] {
  const written = parts.flatMap((part) => part.get("additionalProperties") ?? []);
  if (written.some(({ value }) => value === false)) return false;
  return written.filter(({ isObject }) => isObject);
}
