import type { Operation, Pagination, Parameter, Response, Schema } from "../../model.ts";
import type { Context } from "../context.ts";
import { find, hasType, membersOf, propertiesOf, type Found, type List } from "./page-answer.ts";
import {
  CURSORS,
  ID_CURSORS,
  INDEXES,
  LAST_IDS,
  MORE,
  NEXT_CURSORS,
  NEXT_LINKS,
  NEXT_PAGES,
  OFFSETS,
  PAGES,
  SIZES,
  surest,
  type Words,
} from "./pagination-words.ts";

/** The ways to the next page, the surest first: what parameters and the answer agree on. */
export function pagesWith(
  context: Context,
  operation: Operation,
  answer: Schema,
  list: List,
): Pagination | undefined {
  const members = membersOf(context, answer);
  const shape = { ...list, ...NOTHING, size: queryOf(operation, SIZES)?.name };
  return (
    byCursor(context, operation, members, shape) ??
    byLastItem(context, operation, members, shape) ??
    byLink(context, members, shape) ??
    byLinkHeader(operation, shape) ??
    byNextPage(context, operation, members, shape) ??
    byNumber(operation, shape)
  );
}

/** True when the operation has a parameter that asks for another page. */
export function asksForPages(operation: Operation): boolean {
  return [CURSORS, OFFSETS, PAGES].some((words) => queryOf(operation, words) !== undefined);
}

type Shape = Omit<Pagination, "kind">;

/** What a way says only if it needs to. */
const NOTHING = { parameter: undefined, next: undefined, more: undefined, start: undefined };

function byCursor(
  context: Context,
  operation: Operation,
  members: readonly Found[],
  shape: Shape,
): Pagination | undefined {
  const parameter = queryOf(operation, CURSORS)?.name;
  if (parameter === undefined) return undefined;
  const more = moreIn(context, members);
  const next =
    find(members, NEXT_CURSORS, (found) => isCursor(context, found, parameter)) ??
    (more && find(members, LAST_IDS, (found) => hasType(context, found, "string", "number")));
  return next && { ...shape, kind: "cursor", parameter, next: next.path, more };
}

/** `next` may be the URL or the number of a page as well, beside `after` most of all. */
function isCursor(context: Context, found: Found, parameter: string): boolean {
  const { name, docs } = found.property;
  if (name !== "next") return hasType(context, found, "string", "number");
  const isSaid = parameter !== "after" || /\b(?:cursor|token)\b/i.test(docs.description ?? "");
  return isSaid && hasType(context, found, "string") && !isLink(context, found);
}

function moreIn(context: Context, members: readonly Found[]): readonly string[] | undefined {
  return find(members, MORE, (found) => hasType(context, found, "boolean"))?.path;
}

/** No cursor in the answer: the id of its last item is one. */
function byLastItem(
  context: Context,
  operation: Operation,
  members: readonly Found[],
  shape: Shape,
): Pagination | undefined {
  const parameter = queryOf(operation, ID_CURSORS)?.name;
  if (parameter === undefined) return undefined;
  const more = moreIn(context, members);
  const hasId = propertiesOf(context, shape.item).some(({ name }) => name === "id");
  return more && hasId ? { ...shape, kind: "lastItem", parameter, next: ["id"], more } : undefined;
}

function byLink(context: Context, members: readonly Found[], shape: Shape): Pagination | undefined {
  const next = find(members, NEXT_LINKS, (found) => isLink(context, found));
  return next && { ...shape, kind: "link", next: next.path };
}

/**
 * A string counts as a link by its format, its name, or what its description calls it; the `href` of HAL's and JSON:API's
 * link objects by where it stands.
 */
function isLink(context: Context, found: Found): boolean {
  const { path, property } = found;
  const { format, description = "" } = property.docs;
  if (property.name === "href") return path.at(-2) === "next";
  return (
    hasType(context, found, "string") &&
    (format === "uri" ||
      /link|ur[li]/i.test(property.name) ||
      (path.at(-2) ?? "").endsWith("links") ||
      /\b(?:url|uri|link)\b/i.test(description))
  );
}

/**
 * Lists whose answers have a documented `Link` header (RFC 8288), as GitHub's. A single thing can have one, too, so a
 * list inside of an answer needs a parameter that asks for a page.
 */
function byLinkHeader(operation: Operation, shape: Shape): Pagination | undefined {
  const isList = shape.items.length === 0 || shape.size !== undefined || asksForPages(operation);
  const isLinked = operation.responses.some(
    (response) =>
      isSuccess(response) && response.headers.some(({ name }) => name.toLowerCase() === "link"),
  );
  return isList && isLinked ? { ...shape, kind: "link" } : undefined;
}

/** The answer says what the next page is called: a number, or a text that only the server reads. */
function byNextPage(
  context: Context,
  operation: Operation,
  members: readonly Found[],
  shape: Shape,
): Pagination | undefined {
  const parameter = queryOf(operation, PAGES)?.name;
  if (parameter === undefined) return undefined;
  const next = find(
    members,
    NEXT_PAGES,
    (found) => hasType(context, found, "string", "number") && !isLink(context, found),
  );
  return (
    next && { ...shape, kind: "cursor", parameter, next: next.path, more: moreIn(context, members) }
  );
}

function byNumber(operation: Operation, shape: Shape): Pagination | undefined {
  if (shape.size === undefined) return undefined;
  const offset = queryOf(operation, OFFSETS, isNumeric);
  if (offset !== undefined) return { ...shape, kind: "offset", parameter: offset.name };
  const page = queryOf(operation, PAGES, isNumeric) ?? queryOf(operation, INDEXES, saysItsStart);
  if (page === undefined) return undefined;
  return { ...shape, kind: "page", parameter: page.name, start: isZeroBased(page) ? 0 : undefined };
}

function isNumeric({ schema }: Parameter): boolean {
  return isNumber(schema);
}

function isNumber(schema: Schema): boolean {
  return schema.kind === "number" || (schema.kind === "union" && schema.members.some(isNumber));
}

function saysItsStart(parameter: Parameter): boolean {
  return isNumeric(parameter) && (isZeroBased(parameter) || parameter.docs.default === 1);
}

/** As Spring's pages and most indexes are; counting them from 1 would lose the second page. */
function isZeroBased({ docs }: Parameter): boolean {
  const { default: first, description = "", constraints = [] } = docs;
  const least = constraints.find(([keyword]) => keyword === "minimum")?.[1];
  return (
    first === 0 ||
    (first === undefined && least === 0) ||
    /\b(?:zero|0)-(?:based|indexed)\b/i.test(description)
  );
}

function queryOf(
  { parameters }: Operation,
  words: Words,
  test: (parameter: Parameter) => boolean = () => true,
): Parameter | undefined {
  const isWanted = (parameter: Parameter): boolean => parameter.in === "query" && test(parameter);
  return surest(parameters, words, ({ name }) => name, isWanted);
}

export function isSuccess({ status, range }: Response): boolean {
  if (status === "default") return false;
  return range ? status === 2 : status >= 200 && status < 300;
}
