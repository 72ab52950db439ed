import type { Client } from "./client.js";
import { at, type NextPage, type Page, type Pages } from "./paging.js";

/**
 * The query parameter counts items. An empty page, or `more` being false, is the
 * end; a short one is not, since servers may cap the size of a page.
 */
export const byOffset: NextPage = (page, pages) =>
  count(page, pages, 0, page.items.length);

/** The query parameter counts pages, from 1 unless the caller began with another. Ends as `byOffset` does. */
export const byPageNumber: NextPage = (page, pages) => count(page, pages, 1, 1);

function count(
  { data, items, operation, params, client }: Page,
  pages: Pages,
  start: number,
  step: number,
): ReturnType<NextPage> {
  if (items.length === 0 || at(data, pages.more) === false) return undefined;
  const parameter = pages.parameter!;
  const next = Number(params[parameter] ?? start) + step;
  return {
    client,
    operation,
    params: { ...params, [parameter]: next },
    // A server that does not know the parameter repeats its first page for ever.
    mark: JSON.stringify(items),
  };
}

/**
 * The answer holds the URL of the next page, in its body or, without `next`, in a
 * `Link` header (RFC 8288). A link to another origin is followed without
 * credentials and without the client's headers.
 */
export const byNextLink: NextPage = (page, pages) => {
  const { data, response, operation, params } = page;
  const link = pages.next ? at(data, pages.next) : linkHeader(response);
  if (typeof link !== "string" || link === "") return undefined;
  const base = operation.baseUrl ?? page.client.settings().baseUrl;
  const url = new URL(link, response.url || base + operation.path);
  const home = url.origin === new URL(base, url).origin;
  return {
    client: home ? page.client : anonymous(page.client),
    operation: {
      ...operation,
      baseUrl: url.origin,
      query: [],
      styledQuery: [],
      write: [...(operation.write ?? []), (it) => void (it.url = url.href)],
    },
    params,
    mark: url.href,
  };
};

function linkHeader({ headers }: Response): string | undefined {
  const links = headers.get("link")?.split(/,\s*(?=<)/) ?? [];
  const next = links.find((it) => /;\s*rel="?([^"]*\s)?next[\s";]?/i.test(it));
  return next && /<([^>]*)>/.exec(next)?.[1];
}

/** The client as a stranger may see it. */
function anonymous(client: Client): Client {
  const settings = {
    ...client.settings(),
    authorize: undefined,
    headers: undefined,
  };
  return { settings: () => settings };
}
