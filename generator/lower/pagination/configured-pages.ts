import { escapeToken } from "../../json-pointer.ts";
import type { Operation, Pagination, Schema } from "../../model.ts";
import type { PaginationConfig, Way } from "../../options.ts";
import { suggest } from "../../suggest.ts";
import { UNKNOWN } from "../algebra/basics.ts";
import type { Context } from "../context.ts";
import { itemOf, memberOf, namesIn } from "./page-answer.ts";

/** What the configuration says of an operation. */
export interface ConfiguredPages {
  /** What it calls the operation. */
  readonly key: string;
  readonly pages: false | PaginationConfig;
}

/** What the configuration says of an operation, by its id or its method and path. */
export function configuredPages(
  { facts: { pagination } }: Context,
  operation: Operation,
): ConfiguredPages | undefined {
  if (pagination === undefined) return undefined;
  const key = namesOf(operation).find((name) => Object.hasOwn(pagination, name));
  const pages = key === undefined ? undefined : pagination[key];
  return key === undefined || pages === undefined ? undefined : { key, pages };
}

function namesOf({ operationId, method, path }: Operation): readonly string[] {
  return [...(operationId === undefined ? [] : [operationId]), `${method} ${path}`];
}

/** Reports what the configuration says of operations that are not there. Diagnostic: `pagination-no-match`. */
export function reportUnmatched(context: Context, operations: readonly Operation[]): void {
  const keys = Object.keys(context.facts.pagination ?? {});
  if (keys.length === 0) return;
  const names = new Set(operations.flatMap(namesOf));
  for (const key of keys) {
    if (names.has(key)) continue;
    const about = { problem: `there is no operation "${key}"`, suggestion: suggest(key, names) };
    report(context, [key], about);
  }
}

/**
 * Takes the configuration at its word; only the type of an item is looked up, and what the document does not have is
 * reported. Diagnostic: `pagination-no-match`.
 */
export function pagesAsConfigured(
  context: Context,
  operation: Operation,
  answer: Schema,
  { key, pages }: ConfiguredPages,
): Pagination | undefined {
  if (pages === false) return undefined;
  const { by: kind, parameter, start } = pages;
  const [items = [], next, more] = [pages.items, pages.next, pages.more].map(wayOf);
  const list = items.reduce<Schema>((schema, name) => memberOf(context, schema, name), answer);
  const item = itemOf(context, list) ?? UNKNOWN;
  reportParameter(context, operation, { key, pages });
  reportWay(context, [key, "items"], answer, items);
  reportWay(context, [key, "next"], kind === "lastItem" ? item : answer, next);
  reportWay(context, [key, "more"], answer, more);
  return { kind, parameter, within: undefined, items, item, next, more, size: undefined, start };
}

/** A list without a name leads nowhere, as if it were left out. */
function wayOf(way: Way | undefined): readonly string[] | undefined {
  const names = typeof way === "string" ? way.split(".") : way;
  return names?.length === 0 ? undefined : names;
}

function reportParameter(
  context: Context,
  { parameters }: Operation,
  { key, pages }: ConfiguredPages,
): void {
  if (pages === false || pages.parameter === undefined || pages.by === "bodyCursor") return;
  const { parameter } = pages;
  const names = parameters.filter((one) => one.in === "query").map(({ name }) => name);
  if (names.includes(parameter)) return;
  const problem = `the operation has no query parameter "${parameter}"`;
  report(context, [key, "parameter"], { problem, suggestion: suggest(parameter, names) });
}

/** Only a name that objects with known members lack is wrong; what is not described may be anything. */
function reportWay(
  context: Context,
  keys: readonly [key: string, member: string],
  answer: Schema,
  way: readonly string[] = [],
): void {
  let schema = answer;
  for (const name of way) {
    const names = namesIn(context, schema);
    if (names === undefined) return;
    if (!names.includes(name)) {
      const problem = `nothing of the answer is called "${name}" there`;
      return report(context, keys, { problem, suggestion: suggest(name, names) });
    }
    schema = memberOf(context, schema, name);
  }
}

function report(
  { diagnostics, configSource: source }: Context,
  keys: readonly string[],
  about: { readonly problem: string; readonly suggestion: string | undefined },
): void {
  const pointer = ["", "pagination", ...keys.map(escapeToken)].join("/");
  diagnostics.report("pagination-no-match", source && { source, pointer }, about);
}
