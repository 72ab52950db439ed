import { type Call, Sent } from "./call.js";
import type { Client } from "./client.js";
import type { CallOptions, Operation, Params } from "./operation.js";
import { PagingError } from "./paging-error.js";

/** How a list is read page by page; all paths are property names from the root of the answer. */
export interface Pages {
  /** Finds the next page: `byCursor`, `byBodyCursor`, `byLastItem`, `byOffset`, `byPageNumber`, `byNextLink`. */
  readonly by: NextPage;
  /** The query parameter, or the member of the body, that asks for a page. */
  readonly parameter?: string;
  /** For `byOffset` and `byPageNumber`: the parameter that is an object, where `parameter` is a member of that. */
  readonly within?: string;
  /** Where the items are; `[]` when the answer itself is the list. */
  readonly items: readonly string[];
  /** Where the next cursor or link is; for `byLastItem` in the item. */
  readonly next?: readonly string[];
  /** A boolean that says whether there is more. */
  readonly more?: readonly string[];
  /** For `byPageNumber`: the number of the first page. Default: 1. */
  readonly start?: number;
}

/**
 * Moves a page's call on to the next page. Gives what tells that page from others:
 * seen again, it is an endless loop. Nothing, `false` or `""` after the last one.
 */
export type NextPage = (page: Page) => unknown;

/** A page, and the call that it answers. */
export interface Page {
  client: Client;
  operation: Operation;
  params: Params;
  readonly pages: Pages;
  /** For `byNextLink`: the operation before a link was followed. */
  first?: Operation;
  readonly data?: unknown;
  readonly response?: Response;
}

/**
 * A call that gives one page when it is awaited, and all of them when it is iterated.
 *
 * Iterating starts with the page that `params` ask for; a cursor of an earlier run
 * resumes it. Pages are fetched when they are reached, so `break` stops fetching.
 *
 * @example
 * ```ts
 * for await (const event of listEvents(deck)) console.log(event.id);
 * for await (const page of listEvents(deck).pages()) console.log(page.next_cursor);
 * ```
 */
export interface PagedCall<Data, Result, Item>
  extends Call<Data, Result>, AsyncIterable<Item> {
  /**
   * The pages as they are answered.
   *
   * @throws PagingError when the server gives a page a second time.
   */
  pages(): AsyncGenerator<Data, void, undefined>;
}

export function paged<Data, Result, Item>(
  client: Client,
  operation: Operation,
  pages: Pages,
  params: object = {},
  options?: CallOptions,
): PagedCall<Data, Result, Item> {
  const first = new Sent(client, operation, params, options) as Sent<
    Data,
    Result
  > &
    PagedCall<Data, Result, Item>;
  first.pages = () => walk(true) as AsyncGenerator<Data>;
  first[Symbol.asyncIterator] = () => walk() as AsyncGenerator<Item>;
  return first;

  async function* walk(
    whole?: boolean,
  ): AsyncGenerator<unknown, void, undefined> {
    const page: Page = { client, operation, pages, params: params as Params };
    let called: Call<unknown, unknown> = first;
    // Brent's cycle detection keeps one mark of a page before, so memory stays flat.
    let known: unknown;
    for (let count = 1; ; count++) {
      Object.assign(page, await called.withResponse());
      const items = whole ? [page.data] : at(page.data, pages.items);
      yield* (items ?? []) as unknown[];
      const mark = pages.by(page);
      if (!mark) return;
      if (mark === known) {
        throw new PagingError(`${operation.name} answered a page twice`);
      }
      // At each power of two.
      if (!(count & (count - 1))) known = mark;
      called = new Sent(page.client, page.operation, page.params, options);
    }
  }
}

/** The value at a path of property names; undefined where the path leads nowhere. */
export function at(value: unknown, path: readonly string[] = []): unknown {
  for (const name of path) value = (value as Params | undefined)?.[name];
  return value;
}

/** The answer holds the cursor of the next page; none, or an empty one, at the end. */
export const byCursor: NextPage = (page) => {
  const { data, pages } = page;
  const cursor = at(data, pages.more) !== false && at(data, pages.next);
  page.params = { ...page.params, [pages.parameter!]: cursor };
  return cursor;
};
