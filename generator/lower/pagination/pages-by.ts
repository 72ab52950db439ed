import type { Operation, Pagination, Schema } from "../../model.ts";
import { isSuccess } from "../../responses.ts";
import type { Context } from "../context.ts";
import { isLink, moreIn, nextCursor } from "./next-cursor.ts";
import { find, hasType, membersOf, propertiesOf, type Found, type List } from "./page-answer.ts";
import { NOTHING, type Shape } from "./page-shape.ts";
import { pagesByNumber } from "./pages-by-number.ts";
import {
  CURSORS,
  ID_CURSORS,
  NEXT_LINKS,
  NEXT_PAGES,
  OFFSETS,
  PAGES,
  SIZES,
} from "./pagination-words.ts";
import { isText, queryOf } from "./query-fields.ts";

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
    byToken(context, operation, members, shape) ??
    pagesByNumber(context, operation, shape)
  );
}

/** True when the operation has a parameter that asks for another page. */
export function asksForPages(operation: Operation): boolean {
  return [CURSORS, OFFSETS, PAGES].some((words) => queryOf(operation, words) !== undefined);
}

function byCursor(
  context: Context,
  operation: Operation,
  members: readonly Found[],
  shape: Shape,
): Pagination | undefined {
  const parameter = queryOf(operation, CURSORS)?.name;
  if (parameter === undefined) return undefined;
  const next = nextCursor(context, members, parameter);
  return next && { ...shape, ...next, kind: "cursor", parameter };
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

/** An offset that is a text is a token that only the server reads, where the answer gives the next one: Asana's way. */
function byToken(
  context: Context,
  operation: Operation,
  members: readonly Found[],
  shape: Shape,
): Pagination | undefined {
  const parameter = queryOf(operation, OFFSETS, ({ schema }) => isText(context, schema))?.name;
  const next = members.find(
    ({ path, property }) =>
      property.name === parameter &&
      NEXT_PAGES.has(path.at(-2) ?? "") &&
      isText(context, property.schema),
  );
  return next && { ...shape, kind: "cursor", parameter, next: next.path };
}
