import type { SchemaView } from "../read/schema-view.ts";
import { includesType } from "../read/schema-types.ts";
import type { Variant } from "../read/variants.ts";

export interface MatchedVariants {
  readonly pairs: readonly (readonly [old: Variant, newer: Variant])[];
  readonly removed: readonly Variant[];
  readonly added: readonly Variant[];
}

/** Names of variants, the surest first. The last is for what has none, or has got one: by likeness. */
const KEYS: readonly ((variant: Variant) => readonly string[])[] = [
  ({ components }) => components,
  ({ tag }) => (tag === undefined ? [] : [tag]),
  ({ title }) => (title === undefined ? [] : [title]),
  ({ json }) => [json],
];

/** Matches the members of two unions: by component, by what tells them apart, by title, by text, by likeness. */
export function matchVariants(
  before: readonly Variant[],
  after: readonly Variant[],
): MatchedVariants {
  const removed = new Set(before);
  const added = new Set(after);
  const pairs: (readonly [Variant, Variant])[] = [];
  const match = (old: Variant, newer: Variant): void => {
    pairs.push([old, newer]);
    removed.delete(old);
    added.delete(newer);
  };
  for (const keysOf of KEYS) {
    for (const old of before) {
      if (!removed.has(old)) continue;
      const keys = keysOf(old);
      const newer = [...added].find((one) => keysOf(one).some((key) => keys.includes(key)));
      if (newer !== undefined) match(old, newer);
    }
  }
  for (const [old, newer] of likest(removed, added)) {
    if (removed.has(old) && added.has(newer)) match(old, newer);
  }
  return { pairs, removed: [...removed], added: [...added] };
}

/** From here on two schemas are one that was edited. */
const LIKE = 0.5;

/** Pairs that are more like than not, the likest first. */
function likest(
  removed: ReadonlySet<Variant>,
  added: ReadonlySet<Variant>,
): readonly (readonly [Variant, Variant])[] {
  const all = [...removed].flatMap((old) =>
    [...added].map((newer) => ({ pair: [old, newer] as const, score: likeness(old, newer) })),
  );
  return all
    .filter(({ score }) => score >= LIKE)
    .toSorted((one, other) => other.score - one.score)
    .map(({ pair }) => pair);
}

/** From 0 to 1. Two components, or two tags, are two things however much they have in common. */
function likeness(old: Variant, newer: Variant): number {
  if (old.components.length > 0 && newer.components.length > 0) return 0;
  if (old.tag !== undefined && newer.tag !== undefined) return 0;
  if (old.view === undefined || newer.view === undefined) return 0;
  return likenessOf(old.view, newer.view);
}

function likenessOf(old: SchemaView, newer: SchemaView): number {
  if (!haveTypesInCommon(old, newer)) return 0;
  const isConstant = old.values?.size === 1 && newer.values?.size === 1;
  if (isConstant && [...old.values.keys()][0] !== [...newer.values.keys()][0]) return 0;
  const names = new Set([...old.properties.keys(), ...newer.properties.keys()]);
  const common = [...names].filter(
    (name) => old.properties.has(name) && newer.properties.has(name),
  );
  const members = names.size === 0 ? 1 : common.length / names.size;
  const isAlike =
    old.format?.value === newer.format?.value && old.values?.size === newer.values?.size;
  return isAlike ? members : members * 0.9;
}

function haveTypesInCommon({ types: one }: SchemaView, { types: other }: SchemaView): boolean {
  if (one === undefined || other === undefined) return one === other;
  return [...one].some((type) => includesType(other, type) || [...other].includes(type));
}
