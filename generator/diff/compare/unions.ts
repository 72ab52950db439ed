import { code } from "../names.ts";
import { discriminatingValues } from "../read/schema-discriminator.ts";
import type { SchemaView } from "../read/schema-view.ts";
import { describeTypes } from "../read/schema-types.ts";
import { subtypeVariants, type Variant, variantsOf } from "../read/variants.ts";
import { type MatchedVariants, matchVariants } from "./match-variants.ts";
import { reportPair, type SchemaPair } from "./schema-pair.ts";

/** `oneOf` and `anyOf`, member by member. "done" when nothing else is left to compare. */
export function compareUnions(pair: SchemaPair): "done" | "more" {
  const { old, new: newer, comparison } = pair;
  if (old.union === undefined && newer.union === undefined) return "more";
  const before = variantsOf(comparison.old.spec, old);
  const after = variantsOf(comparison.new.spec, newer);
  const isLone = old.union === undefined || newer.union === undefined;
  const matched = matchVariants(before, after);
  if (isLone && matched.pairs.length === 0) {
    const words = { was: describeTypes(old), is: describeTypes(newer) };
    reportPair(pair, "type-changed", words);
    return "done";
  }
  compareMatched(pair, matched, { old: old.union?.node, new: newer.union?.node });
  return isLone ? "done" : "more";
}

/** What extends a schema is what its values may be, where a discriminator says so. */
export function compareSubtypes(pair: SchemaPair): void {
  const { old, new: newer, comparison } = pair;
  const before = subtypeVariants(comparison.old.spec, old);
  const after = subtypeVariants(comparison.new.spec, newer);
  compareMatched(pair, matchVariants(before, after), { old: undefined, new: undefined });
}

function compareMatched(
  pair: SchemaPair,
  { pairs, removed, added }: MatchedVariants,
  lists: {
    readonly old: SchemaView["node"] | undefined;
    readonly new: SchemaView["node"] | undefined;
  },
): void {
  for (const [was, is] of pairs) {
    pair.inside({ old: [was.node], new: [is.node] }, pair.site);
    compareNames(pair, was, is);
  }
  for (const { node, shown } of removed)
    reportPair(pair, "variant-removed", { old: node, new: lists.new, was: shown });
  for (const { node, shown } of added)
    reportPair(pair, "variant-added", { old: lists.old, new: node, is: shown });
}

/** The names of a variant on the wire. Where the property lists them itself, they are compared as its values. */
function compareNames(pair: SchemaPair, was: Variant, is: Variant): void {
  const { old, new: newer, comparison } = pair;
  if (old.discriminator === undefined || newer.discriminator === undefined) return;
  if (was.tag !== undefined || is.tag !== undefined) return;
  const before = discriminatingValues(comparison.old.spec, old.discriminator, was.node);
  const after = discriminatingValues(comparison.new.spec, newer.discriminator, is.node);
  for (const [name, node] of before) {
    if (!after.has(name))
      reportPair(pair, "discriminator-value-removed", { old: node, new: is.node, was: code(name) });
  }
  for (const [name, node] of after) {
    if (!before.has(name))
      reportPair(pair, "discriminator-value-added", { old: was.node, new: node, is: code(name) });
  }
}
