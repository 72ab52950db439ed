import { addTo } from "../../group-by.ts";
import { unescapeToken } from "../../json-pointer.ts";
import { schemaNodes } from "../../spec/components.ts";
import type { Node } from "../../spec/node.ts";
import { decode } from "../../spec/pointer.ts";
import { refOf, type Spec } from "../../spec/spec.ts";

/** Tag values by the value of the schema they select. */
export type Mapping = ReadonlyMap<unknown, readonly string[]>;

/** OpenAPI 3 has an object, Swagger 2.0 a plain string. */
export function discriminatorOf(node: Node): string | undefined {
  return node.get("discriminator")?.string("propertyName") ?? node.string("discriminator");
}

/** The `mapping` of a discriminator (OpenAPI 3.1, 4.8.25). */
export function mappingOf(spec: Spec, node: Node): Mapping {
  const mapping = new Map<unknown, string[]>();
  for (const member of node.at("discriminator", "mapping")?.members() ?? []) {
    const target =
      typeof member.value === "string" ? mapped(spec, member, member.value) : undefined;
    if (target !== undefined) addTo(mapping, target.value, member.key);
  }
  return mapping;
}

/** The schema of values whose tag is missing or in no mapping (OpenAPI 3.2, `defaultMapping`). */
export function defaultOf(spec: Spec, node: Node): Node | undefined {
  const at = node.at("discriminator", "defaultMapping");
  return typeof at?.value === "string" ? mapped(spec, at, at.value) : undefined;
}

/** A mapping value is a component's name or a reference; a plain word may be either, and the name is tried first. */
function mapped(spec: Spec, from: Node, value: string): Node | undefined {
  const byName = /^[\w.-]+$/.test(value) ? schemaNodes(spec).get(value) : undefined;
  const target = byName ?? spec.resolve(from, value);
  return target === undefined ? undefined : spec.follow(target);
}

/** The implicit tag of a member: what its schema says of itself, or the name of the component that it refers to. */
export function implicitTag(member: Node, target: Node): string | undefined {
  const name = refOf(member)?.split("/").pop();
  return (
    ownTag(target) ?? (name === undefined || name === "" ? undefined : unescapeToken(decode(name)))
  );
}

/** AutoRest's extension, in nearly all of Azure's documents: a schema says itself by which value it is selected. */
export function ownTag(schema: Node): string | undefined {
  return schema.string("x-ms-discriminator-value");
}
