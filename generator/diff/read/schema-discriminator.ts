import { componentName } from "../../spec/component-name.ts";
import type { Node } from "../../spec/node.ts";
import type { Spec } from "../../spec/spec.ts";
import { subtypesOf } from "./subtypes.ts";

/** How the variants of a schema are told apart. */
export interface Discriminator {
  /** The name of the property, as text. */
  readonly property: Node;
  readonly mapping: readonly Node[];
}

/** `discriminator`: an object in OpenAPI 3, the name of the property in Swagger 2.0. */
export function readDiscriminator(node: Node | undefined): Discriminator | undefined {
  const property = typeof node?.value === "string" ? node : node?.get("propertyName");
  if (property === undefined) return undefined;
  return { property, mapping: node?.get("mapping")?.members() ?? [] };
}

/**
 * The values of the discriminating property that stand for a variant, with their places: those of the mapping, else
 * the name of its component (OpenAPI 3.1, 4.8.25).
 */
export function discriminatingValues(
  spec: Spec,
  { mapping }: Discriminator,
  variant: Node,
): ReadonlyMap<string, Node> {
  const name = componentName(spec.follow(variant) ?? variant);
  if (name === undefined) return new Map();
  const own = mapping.filter(({ value }) => value === name || String(value).endsWith(`/${name}`));
  return own.length > 0 ? new Map(own.map((node) => [node.key, node])) : new Map([[name, variant]]);
}

/** What a component with a discriminator may be, where it does not list that itself. */
export function subtypes(
  spec: Spec,
  node: Node,
  { union, discriminator }: { readonly union: unknown; readonly discriminator: unknown },
): readonly Node[] {
  if (discriminator === undefined || union !== undefined) return [];
  const own = spec.follow(node);
  // Seen from one of the subtypes, the discriminator has done its work.
  const isBase = own?.has("discriminator") === true && componentName(own) !== undefined;
  return isBase ? subtypesOf(spec, own) : [];
}
