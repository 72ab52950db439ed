import type { Operation, Pagination, Schema } from "../../model.ts";
import { isSuccess } from "../../responses.ts";
import type { Context } from "../context.ts";
import { configuredPages, pagesAsConfigured } from "./configured-pages.ts";
import { listIn, propertiesOf } from "./page-answer.ts";
import { pagesByBody } from "./pages-by-body.ts";
import { asksForPages, pagesWith } from "./pages-by.ts";

/**
 * Recognises a list that is read page by page: a query parameter, or a member of a body, that says where to go on, and
 * an answer that holds the items and says what comes next. Only what both sides agree on counts; a wrong guess would
 * loop or lose items.
 */
export function recognisePagination(
  context: Context,
  operation: Operation,
): Pagination | undefined {
  const configured = configuredPages(context, operation);
  if (configured?.pages === false) return undefined;
  const answer = successSchema(operation);
  if (answer === undefined) return undefined;
  if (configured !== undefined) return pagesAsConfigured(context, operation, answer, configured);
  if (operation.method !== "GET") return pagesByBody(context, operation, answer);
  const list = listIn(context, answer);
  return list === undefined
    ? pagesInside(context, operation, answer)
    : pagesWith(context, operation, answer, list);
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

function within(name: string, pages: Pagination): Pagination {
  const { items, next, more, kind } = pages;
  return {
    ...pages,
    items: [name, ...items],
    next: kind === "lastItem" ? next : next && [name, ...next],
    more: more && [name, ...more],
  };
}

/** The schema of the one JSON answer of a successful call. */
function successSchema(operation: Operation): Schema | undefined {
  const success = operation.responses.filter(isSuccess);
  const [only, ...others] = success.flatMap(({ contents }) => contents);
  return others.length === 0 && only?.kind === "json" ? only.schema : undefined;
}
