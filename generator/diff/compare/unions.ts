import { componentName } from "../../lower/names-of-places.ts";
import type { Node } from "../../spec/node.ts";
import type { Spec } from "../../spec/spec.ts";
import { type SchemaView, viewOf } from "../read/schema-view.ts";
import { code } from "../names.ts";
import { reportPair, type SchemaPair } from "./schema-pair.ts";
import { describeTypes } from "./types.ts";

interface Variant {
  readonly node: Node;
  /** What tells it from the others: its component, its discriminating value, its title, or all of its JSON. */
  readonly key: string;
  readonly shown: string;
  /** What it says, whatever it is called. */
  readonly json: string;
}

/** `oneOf` and `anyOf`: members are matched by name. "done" when nothing else is left to compare. */
export function compareUnions(pair: SchemaPair): "done" | "more" {
  const { old, new: newer, comparison } = pair;
  if (old.union === undefined && newer.union === undefined) return "more";
  const before = variantsOf(comparison.old.spec, old);
  const after = variantsOf(comparison.new.spec, newer);
  const isLone = old.union === undefined || newer.union === undefined;
  if (isLone && !before.some(({ key }) => after.some((one) => one.key === key))) {
    reportPair(pair, "type-changed", { was: shapeOf(old, before), is: shapeOf(newer, after) });
    return "done";
  }
  matchVariants(pair, before, after);
  return isLone ? "done" : "more";
}

function matchVariants(
  pair: SchemaPair,
  before: readonly Variant[],
  after: readonly Variant[],
): void {
  const left = new Map(after.map((variant) => [variant.key, variant]));
  const gone: Variant[] = [];
  for (const variant of before) {
    const match = left.get(variant.key);
    if (match === undefined) gone.push(variant);
    else compareVariants(pair, variant, match);
    left.delete(variant.key);
  }
  const added = [...left.values()];
  for (const variant of gone) {
    const renamed = added.findIndex((other) => other.json === variant.json);
    const [match] = renamed < 0 ? [] : added.splice(renamed, 1);
    if (match !== undefined) compareVariants(pair, variant, match);
    else
      reportPair(pair, "variant-removed", {
        old: variant.node,
        new: pair.new.union?.node,
        was: variant.shown,
      });
  }
  for (const variant of added)
    reportPair(pair, "variant-added", {
      old: pair.old.union?.node,
      new: variant.node,
      is: variant.shown,
    });
}

function compareVariants(pair: SchemaPair, old: Variant, newer: Variant): void {
  pair.inside({ old: [old.node], new: [newer.node] }, pair.site);
}

/** A schema without a union counts as the only member of one: the component that it refers to, or itself. */
function variantsOf(
  spec: Spec,
  { union, node, parts, discriminator }: SchemaView,
): readonly Variant[] {
  const property = typeof discriminator?.value === "string" ? discriminator.value : undefined;
  const lone = parts.find((part) => componentName(part) !== undefined) ?? node;
  const variants = (union?.members ?? [lone]).map((member) => variantOf(spec, member, property));
  return [...new Map(variants.map((variant) => [variant.key, variant])).values()];
}

function variantOf(spec: Spec, node: Node, property: string | undefined): Variant {
  const target = spec.follow(node) ?? node;
  const json = JSON.stringify(target.value);
  const component = componentName(target);
  if (component !== undefined)
    return { node, key: `component ${component}`, shown: code(component), json };
  const tag = tagOf(spec, node, property);
  if (tag !== undefined) return { node, key: `tag ${tag}`, shown: `the one of ${code(tag)}`, json };
  const title = target.string("title");
  if (title !== undefined) return { node, key: `title ${title}`, shown: code(title), json };
  const view = viewOf(spec, [node]);
  return { node, key: `json ${json}`, shown: view === undefined ? "" : describeTypes(view), json };
}

/** The value of the property that tells variants apart: the named one, or any that is constant. */
function tagOf(spec: Spec, node: Node, property: string | undefined): string | undefined {
  const properties = viewOf(spec, [node])?.properties;
  for (const [name, { nodes }] of properties ?? []) {
    const [json, ...others] = viewOf(spec, nodes)?.values?.keys() ?? [];
    const isOne = json !== undefined && others.length === 0;
    if (isOne && (property ?? name) === name) return `${name}: ${json}`;
  }
  return undefined;
}

function shapeOf(view: SchemaView, variants: readonly Variant[]): string {
  return view.union === undefined ? describeTypes(view) : `one of ${variants.length} variants`;
}
