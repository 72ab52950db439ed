import type { Client } from "./client.js";
import type {
  Fetch,
  OutgoingRequest,
  Params,
  WriteRequest,
} from "./operation.js";
import { at, type NextPage, type Page } from "./paging.js";

/** The body of the request takes the cursor. An empty one, or `more` being false, is the end. */
export const byBodyCursor: NextPage = (page) => {
  const { data, pages, params } = page;
  const next = at(data, pages.more) !== false && at(data, pages.next);
  const body = { ...(params["body"] as object), [pages.parameter!]: next };
  page.params = { ...params, body };
  return next;
};

/**
 * The query parameter takes what names the last item, its `id` unless `next` says
 * otherwise. An empty page, or `more` being false, is the end.
 */
export const byLastItem: NextPage = (page) => {
  const { data, pages } = page;
  const last = itemsOf(page).at(-1);
  const mark = at(data, pages.more) !== false && at(last, pages.next ?? ["id"]);
  page.params = { ...page.params, [pages.parameter!]: mark };
  return mark;
};

/**
 * The query parameter counts items. An empty page, or `more` being false, is the
 * end; a short one is not, since servers may cap the size of a page.
 */
export const byOffset: NextPage = (page) => count(page, 0);

/** The query parameter counts pages, from 1 unless the caller began with another. Ends as `byOffset` does. */
export const byPageNumber: NextPage = (page) =>
  count(page, page.pages.start ?? 1, 1);

function count(page: Page, start: number, step?: number): string | undefined {
  const { pages } = page;
  const items = itemsOf(page);
  if (items.length === 0 || at(page.data, pages.more) === false) {
    return undefined;
  }
  const { parameter = "", within } = pages;
  const asked = within ? (page.params[within] as Params) : page.params;
  const next = Number(asked?.[parameter] ?? start) + (step ?? items.length);
  const params = { ...asked, [parameter]: next };
  page.params = within ? { ...page.params, [within]: params } : params;
  // A server that does not know the parameter repeats its first page for ever.
  return JSON.stringify(items);
}

function itemsOf({ data, pages }: Page): readonly unknown[] {
  return (at(data, pages.items) ?? []) as unknown[];
}

/**
 * The answer holds the URL of the next page, in its body or, without `next`, in a
 * `Link` header (RFC 8288). A link to another origin is followed with `accept` alone.
 */
export const byNextLink: NextPage = (page) => {
  const { data, operation, client, pages, first = operation } = page;
  const response = page.response!;
  const link = pages.next ? at(data, pages.next) : linkHeader(response);
  if (typeof link !== "string" || link === "") return undefined;
  const { baseUrl = client.settings().baseUrl } = operation;
  const { href, origin, pathname } = new URL(
    link,
    response.url || baseUrl + operation.path,
  );
  if (origin !== new URL(baseUrl, href).origin) page.client = stranger(client);
  const follow: WriteRequest = (request) => {
    request.url = href;
  };
  const write = [...(first.write ?? []), follow];
  const rest = { path: pathname, query: [], styledQuery: [] };
  page.first = first;
  page.operation = { ...first, ...rest, baseUrl: origin, write };
  return href;
};

function linkHeader({ headers }: Response): string | undefined {
  const links = headers.get("link")?.split(/,\s*(?=<)/) ?? [];
  const next = links.find((it) => /;\s*rel="?([^"]*\s)?next[\s";]?/i.test(it));
  return next && /<([^>]*)>/.exec(next)?.[1];
}

/**
 * The client as it shows itself to another origin: without credentials, and
 * without the headers that it, the call, its parameters or middleware give.
 */
function stranger(client: Client): Client {
  const settings = client.settings();
  const alone: Fetch = (url, request) => {
    const { accept = "*/*", "content-type": type } =
      request.headers as OutgoingRequest["headers"];
    const headers = { accept, ...(type && { "content-type": type }) };
    return (settings.fetch ?? fetch)(url, { ...request, headers });
  };
  return {
    settings: () => ({ ...settings, authorize: undefined, fetch: alone }),
  };
}
