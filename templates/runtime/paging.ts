import { type Call, Sent } from "./call.js";
import type { Client } from "./client.js";
import type { CallOptions, Operation, Params } from "./operation.js";
import { PagingError } from "./paging-error.js";

/** How a list is read page by page; all paths are property names from the root of the answer. */
export interface Pages {
  /** Finds the next page: `byCursor`, `byLastItem`, `byOffset`, `byPageNumber`, `byNextLink`. */
  readonly by: NextPage;
  /** The query parameter that asks for a page. */
  readonly parameter?: string;
  /** Where the items are; `[]` when the answer itself is the list. */
  readonly items: readonly string[];
  /** Where the next cursor or link is; for `byLastItem` in the item. */
  readonly next?: readonly string[];
  /** A boolean that says whether there is more. */
  readonly more?: readonly string[];
}

/**
 * Moves a page's call on to the next page. Gives what tells that page from others,
 * undefined after the last one: seen again, it is an endless loop.
 */
export type NextPage = (page: Page) => string | undefined;

/** A page, and the call that it answers. */
export interface Page {
  client: Client;
  operation: Operation;
  params: Params;
  readonly options: CallOptions | undefined;
  readonly pages: Pages;
  readonly data?: unknown;
  readonly response?: Response;
  items?: readonly unknown[];
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
  const page = { client, operation, pages, params: params as Params, options };
  return new SentPage<Data, Result, Item>(page);
}

class SentPage<Data, Result, Item>
  extends Sent<Data, Result>
  implements PagedCall<Data, Result, Item>
{
  readonly #first: Page;

  constructor(first: Page) {
    const { client, operation, params, options } = first;
    super(client, operation, params, options);
    this.#first = first;
  }

  [Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    return this.#walk(this) as AsyncGenerator<Item>;
  }

  pages(): AsyncGenerator<Data, void, undefined> {
    return this.#walk(this, true) as AsyncGenerator<Data>;
  }

  async *#walk(
    called: Call<unknown, unknown>,
    whole?: boolean,
  ): AsyncGenerator<unknown, void, undefined> {
    const page = { ...this.#first };
    // Brent's cycle detection keeps one mark of a page before, so memory stays flat.
    let known: string | undefined;
    for (let count = 1, renewal = 1; ; count++) {
      Object.assign(page, await called.withResponse());
      page.items = (at(page.data, page.pages.items) ?? []) as unknown[];
      yield* whole ? [page.data] : page.items;
      const mark = page.pages.by(page);
      if (!mark) return;
      if (mark === known) {
        throw new PagingError(`${this.operation} was given a page twice`);
      }
      if (count === renewal) {
        known = mark;
        renewal *= 2;
      }
      called = new SentPage(page);
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
  const { pages } = page;
  const cursor = at(page.data, pages.next);
  if (!cursor || at(page.data, pages.more) === false) return undefined;
  page.params = { ...page.params, [pages.parameter!]: cursor };
  return `${cursor}`;
};
