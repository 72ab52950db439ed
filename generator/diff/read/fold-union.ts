import type { Node } from "../../spec/node.ts";
import type { Spec } from "../../spec/spec.ts";
import { includesType } from "./schema-types.ts";
import { type SchemaView, viewOf } from "./schema-view.ts";

/**
 * A union whose members can be told apart by their JSON type, or that only lists values, in the words that a schema
 * without a union has for it: `oneOf: [{type: string}, {type: integer}]` is `type: [string, integer]`, and a list of
 * `const` is an `enum`. Undefined where one schema can not say as much.
 */
export function foldUnion(spec: Spec, view: SchemaView): SchemaView | undefined {
  const views = view.union?.members.flatMap((member) => viewOf(spec, [member]) ?? []) ?? [];
  const isWhole = views.length === view.union?.members.length;
  if (!isWhole || views.some(({ union, conditions }) => union !== undefined || conditions.size > 0))
    return undefined;
  return foldValues(view, views) ?? foldTypes(view, views);
}

function foldValues(view: SchemaView, views: readonly SchemaView[]): SchemaView | undefined {
  const lists = views.map(({ values }) => values);
  if (!lists.every((list) => list !== undefined)) return undefined;
  return {
    ...view,
    union: undefined,
    types: view.types ?? union(views.map(({ types }) => types ?? new Set())),
    nullable: isNullable(view, views),
    values: new Map(lists.flatMap((list) => [...list])),
  };
}

function foldTypes(view: SchemaView, views: readonly SchemaView[]): SchemaView | undefined {
  if (!areApart(views) || views.some(({ values }) => values !== undefined)) return undefined;
  const all = [view, ...views];
  const object = views.find(({ types }) => types?.has("object")) ?? view;
  const array = views.find(({ types }) => types?.has("array")) ?? view;
  if (WORDS.some((word) => all.filter((one) => one[word] !== undefined).length > 1))
    return undefined;
  const first = (word: (typeof WORDS)[number]): Node | undefined =>
    all.find((one) => one[word] !== undefined)?.[word];
  return {
    ...view,
    union: undefined,
    types: view.types ?? union(views.map(({ types }) => types ?? new Set())),
    nullable: isNullable(view, views),
    format: first("format"),
    pattern: first("pattern"),
    encoding: first("encoding"),
    fallback: first("fallback"),
    limits: new Map(all.flatMap(({ limits }) => [...limits])),
    properties: object.properties,
    others: object.others,
    items: array.items,
    positions: array.positions,
  };
}

/** What a schema has one of, whatever its types. */
const WORDS = ["format", "pattern", "encoding", "fallback"] as const;

/** True when no JSON value fits two of the schemas, by type alone. */
function areApart(views: readonly SchemaView[]): boolean {
  return views.every(({ types }, index) => {
    if (types === undefined) return false;
    const others = views.filter((_, other) => other !== index);
    return others.every(
      (other) =>
        other.types && ![...types].some((type) => includesType(other.types ?? types, type)),
    );
  });
}

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]));
}

function isNullable(view: SchemaView, views: readonly SchemaView[]): boolean | undefined {
  return views.some(({ nullable }) => nullable === true) ? true : view.nullable;
}
