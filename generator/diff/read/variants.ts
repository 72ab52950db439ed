import { componentName } from "../../spec/component-name.ts";
import type { Node } from "../../spec/node.ts";
import type { Spec } from "../../spec/spec.ts";
import { code, value } from "../names.ts";
import type { Discriminator } from "./schema-discriminator.ts";
import { describeTypes } from "./schema-types.ts";
import { type SchemaView, viewOf } from "./schema-view.ts";

/** One member of a union, and what it can be recognised by. */
export interface Variant {
  readonly node: Node;
  readonly view: SchemaView | undefined;
  /** The component that it is; several for a schema without a union, which may be made of components. */
  readonly components: readonly string[];
  /** The one value of the property that tells variants apart, with its name. */
  readonly tag: string | undefined;
  readonly title: string | undefined;
  /** What it says, whatever it is called. */
  readonly json: string;
  readonly shown: string;
}

/** The members of a union; a schema without one counts as the only member of one. */
export function variantsOf(spec: Spec, view: SchemaView): readonly Variant[] {
  const { union, node, parts, discriminator } = view;
  const property = propertyName(discriminator);
  if (union !== undefined) return union.members.map((member) => variantOf(spec, member, property));
  const components = parts.flatMap((part) => componentName(part) ?? []);
  return [{ ...variantOf(spec, node, property), components }];
}

/** The components that extend the schema. */
export function subtypeVariants(spec: Spec, view: SchemaView): readonly Variant[] {
  const property = propertyName(view.discriminator);
  return view.subtypes.map((node) => variantOf(spec, node, property));
}

function propertyName(discriminator: Discriminator | undefined): string | undefined {
  const name = discriminator?.property.value;
  return typeof name === "string" ? name : undefined;
}

function variantOf(spec: Spec, node: Node, property: string | undefined): Variant {
  const target = spec.follow(node) ?? node;
  const component = componentName(target);
  const view = viewOf(spec, [node]);
  const known = {
    node,
    view,
    components: component === undefined ? [] : [component],
    tag: tagOf(spec, view, property),
    title: target.string("title"),
    json: JSON.stringify(target.value),
  };
  return { ...known, shown: shown(known) };
}

/** The value of the property that tells variants apart: the named one, or any that is constant. */
function tagOf(
  spec: Spec,
  view: SchemaView | undefined,
  property: string | undefined,
): string | undefined {
  for (const [name, { nodes }] of view?.properties ?? []) {
    if ((property ?? name) !== name) continue;
    const [json, ...others] = viewOf(spec, nodes)?.values?.keys() ?? [];
    if (json !== undefined && others.length === 0) return `${name}: ${json}`;
  }
  return undefined;
}

function shown({ components, tag, title, view }: Omit<Variant, "shown">): string {
  const [component] = components;
  if (component !== undefined) return code(component);
  if (tag !== undefined) return `the one of ${code(tag)}`;
  if (title !== undefined) return code(title);
  if (view === undefined) return "anything";
  const [only, ...others] = view.values?.values() ?? [];
  return only !== undefined && others.length === 0 ? value(only.value) : describeTypes(view);
}
