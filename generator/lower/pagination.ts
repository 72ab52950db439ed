import type { Operation, Pagination, Response, Schema } from "../model.ts";
import type { PaginationConfig } from "../options.ts";
import { UNKNOWN } from "./basics.ts";
import type { Context } from "./context.ts";
import {
  find,
  hasType,
  itemOf,
  listIn,
  memberOf,
  propertiesOf,
  type Found,
  type List,
} from "./page-answer.ts";
import {
  CURSORS,
  ID_CURSORS,
  LAST_IDS,
  MORE,
  NEXT_CURSORS,
  NEXT_LINKS,
  NEXT_PAGES,
  OFFSETS,
  PAGES,
  SIZES,
} from "./pagination-words.ts";

/**
 * Recognises a list that is read page by page: a query parameter that says where to go on, and an answer that holds
 * the items and says what comes next. Only what both sides agree on counts; a wrong guess would loop or lose items.
 */
export function recognisePagination(
  context: Context,
  operation: Operation,
): Pagination | undefined {
  const configured = configuredPages(context, operation);
  if (configured === false || (configured === undefined && operation.method !== "GET")) {
    return undefined;
  }
  const answer = successSchema(operation);
  if (answer === undefined) return undefined;
  if (configured !== undefined) return pagesOf(context, answer, configured);
  const list = listIn(context, answer);
  return list === undefined
    ? pagesInside(context, operation, answer)
    : pagesWith(context, operation, answer, list);
}

function pagesWith(
  context: Context,
  operation: Operation,
  answer: Schema,
  list: List,
): Pagination | undefined {
  const shape = { ...list, size: queryName(operation, SIZES) };
  return (
    byCursor(context, operation, answer, shape) ??
    byLastItem(context, operation, answer, shape) ??
    byLink(context, answer, shape) ??
    byLinkHeader(operation, shape) ??
    byNextPage(context, operation, answer, shape) ??
    byNumber(operation, shape)
  );
}

/** An answer that wraps the page: `{ albums: { items: [], next } }`. Only where one member alone can be it. */
function pagesInside(
  context: Context,
  operation: Operation,
  answer: Schema,
): Pagination | undefined {
  if (!asksForPages(operation)) return undefined;
  const found = propertiesOf(context, answer).flatMap(({ name, schema }) => {
    const list = listIn(context, schema);
    const pages = list && pagesWith(context, operation, schema, list);
    return pages === undefined ? [] : [within(name, pages)];
  });
  return found.length === 1 ? found[0] : undefined;
}

function asksForPages(operation: Operation): boolean {
  return queryName(operation, [...CURSORS, ...OFFSETS, ...PAGES]) !== undefined;
}

function within(name: string, pages: Pagination): Pagination {
  const { items, next, more, kind } = pages;
  return {
    ...pages,
    items: [name, ...items],
    next: kind === "lastItem" ? next : next && [name, ...next],
    more: more && [name, ...more],
  };
}

/** What the configuration says of an operation, by its id or its method and path. */
function configuredPages(
  context: Context,
  { operationId, method, path }: Operation,
): false | PaginationConfig | undefined {
  const { pagination } = context.facts;
  if (pagination === undefined) return undefined;
  const key = [operationId, `${method} ${path}`].find(
    (name) => name !== undefined && Object.hasOwn(pagination, name),
  );
  return key === undefined ? undefined : pagination[key];
}

/** Takes the configuration at its word; only the type of an item is looked up. */
function pagesOf(context: Context, answer: Schema, config: PaginationConfig): Pagination {
  const { by: kind, parameter } = config;
  const items = wayOf(config.items) ?? [];
  const list = items.reduce<Schema>((schema, name) => memberOf(context, schema, name), answer);
  const item = itemOf(context, list) ?? UNKNOWN;
  return {
    kind,
    parameter,
    items,
    item,
    next: wayOf(config.next),
    more: wayOf(config.more),
    size: undefined,
  };
}

function wayOf(dotted: string | undefined): readonly string[] | undefined {
  return dotted?.split(".");
}

type Shape = Pick<Pagination, "items" | "item" | "size">;

function byCursor(
  context: Context,
  operation: Operation,
  answer: Schema,
  shape: Shape,
): Pagination | undefined {
  const parameter = queryName(operation, CURSORS);
  if (parameter === undefined) return undefined;
  const more = moreIn(context, answer);
  const names = more === undefined ? NEXT_CURSORS : [...NEXT_CURSORS, ...LAST_IDS];
  const next = find(context, answer, names, (found) => isCursor(context, found, parameter));
  if (next === undefined) return undefined;
  return { kind: "cursor", parameter, next: next.path, more, ...shape };
}

/** `next` may be the URL or the number of a page as well, beside `after` most of all. */
function isCursor(context: Context, found: Found, parameter: string): boolean {
  const { name, docs } = found.property;
  if (name !== "next") return hasType(context, found, "string", "number");
  const isSaid = parameter !== "after" || /\b(?:cursor|token)\b/i.test(docs.description ?? "");
  return isSaid && hasType(context, found, "string") && !isLink(context, found);
}

function moreIn(context: Context, answer: Schema): readonly string[] | undefined {
  return find(context, answer, MORE, (found) => hasType(context, found, "boolean"))?.path;
}

/** No cursor in the answer: the id of its last item is one. */
function byLastItem(
  context: Context,
  operation: Operation,
  answer: Schema,
  shape: Shape,
): Pagination | undefined {
  const parameter = queryName(operation, ID_CURSORS);
  if (parameter === undefined) return undefined;
  const more = moreIn(context, answer);
  const hasId = propertiesOf(context, shape.item).some(({ name }) => name === "id");
  return more === undefined || !hasId
    ? undefined
    : { kind: "lastItem", parameter, next: ["id"], more, ...shape };
}

function byLink(context: Context, answer: Schema, shape: Shape): Pagination | undefined {
  const next = find(context, answer, NEXT_LINKS, (found) => isLink(context, found));
  return next === undefined
    ? undefined
    : { kind: "link", parameter: undefined, next: next.path, more: undefined, ...shape };
}

/** A string counts as a link by its format, its name, or what its description calls it. */
function isLink(context: Context, found: Found): boolean {
  const { path, property } = found;
  const { format, description = "" } = property.docs;
  return (
    hasType(context, found, "string") &&
    (format === "uri" ||
      /link|url/i.test(property.name) ||
      (path.at(-2) ?? "").endsWith("links") ||
      /\b(?:url|uri|link)\b/i.test(description))
  );
}

/** Lists whose answers have a documented `Link` header (RFC 8288), as GitHub's. */
function byLinkHeader({ responses }: Operation, shape: Shape): Pagination | undefined {
  const isLinked = responses.some(
    ({ status, range, headers }) =>
      isSuccess(status, range) && headers.some(({ name }) => name.toLowerCase() === "link"),
  );
  return isLinked
    ? { kind: "link", parameter: undefined, next: undefined, more: undefined, ...shape }
    : undefined;
}

/** The answer says what the next page is called: a number, or a text that only the server reads. */
function byNextPage(
  context: Context,
  operation: Operation,
  answer: Schema,
  shape: Shape,
): Pagination | undefined {
  const parameter = queryName(operation, PAGES);
  if (parameter === undefined) return undefined;
  const next = find(
    context,
    answer,
    NEXT_PAGES,
    (found) => hasType(context, found, "string", "number") && !isLink(context, found),
  );
  return next === undefined
    ? undefined
    : { kind: "cursor", parameter, next: next.path, more: moreIn(context, answer), ...shape };
}

function byNumber(operation: Operation, shape: Shape): Pagination | undefined {
  if (shape.size === undefined) return undefined;
  const offset = queryName(operation, OFFSETS, "number");
  if (offset !== undefined)
    return { kind: "offset", parameter: offset, next: undefined, more: undefined, ...shape };
  const page = queryName(operation, PAGES, "number");
  return page === undefined
    ? undefined
    : { kind: "page", parameter: page, next: undefined, more: undefined, ...shape };
}

function queryName(
  operation: Operation,
  names: readonly string[],
  type?: "number",
): string | undefined {
  const queries = operation.parameters.filter(
    (one) => one.in === "query" && (type === undefined || isNumeric(one.schema)),
  );
  const known = new Set(queries.map(({ name }) => name));
  return known.size === 0 ? undefined : names.find((name) => known.has(name));
}

function isNumeric(schema: Schema): boolean {
  return schema.kind === "number" || (schema.kind === "union" && schema.members.some(isNumeric));
}

/** The schema of the one JSON answer of a successful call. */
function successSchema(operation: Operation): Schema | undefined {
  const success = operation.responses.filter(({ status, range }) => isSuccess(status, range));
  const [only, ...others] = success.flatMap(({ contents }) => contents);
  return others.length === 0 && only?.kind === "json" ? only.schema : undefined;
}

function isSuccess(status: Response["status"], range: boolean): boolean {
  if (status === "default") return false;
  return range ? status === 2 : status >= 200 && status < 300;
}
