import { expect, test } from "vitest";
import {
  createClient,
  listByLastItem,
  listByLink,
  listByOffset,
  listByPage,
  listEvents,
  PagingError,
} from "./sample-sdk/index.ts";
import { paged } from "../../templates/runtime/paging.ts";
import { jsonBody } from "../../templates/runtime/body.ts";
import { mockFetch } from "../../templates/runtime/mock.ts";
import type { Operation } from "../../templates/runtime/operation.ts";
import { fillPath } from "../../templates/runtime/path.ts";
import { writeCookies, writeHeaders } from "../../templates/runtime/write.ts";
import { byBodyCursor, byNextLink, byPageNumber } from "../../templates/runtime/paging-styles.ts";
import { json } from "./server.ts";
import { useServers } from "./with-server.ts";

const serve = useServers();

/** Three pages of two events; cursors c1 and c2. */
const threePages = () =>
  serve(({ target }, response) => {
    const { searchParams } = new URL(target, "http://x");
    const number = Number(searchParams.get("cursor")?.slice(1) ?? 0);
    const data = [0, 1].map((n) => ({ id: `evt_${number * 2 + n}` }));
    const has_more = number < 2;
    json(response, 200, { data, has_more, next_cursor: has_more ? `c${number + 1}` : null });
  });

async function collect<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of source) items.push(item);
  return items;
}

test("iterating gives every item of every page, with the other parameters on each", async () => {
  const server = await threePages();
  const deck = createClient({ baseUrl: server.url });
  const events = await collect(listEvents(deck, { type: ["a", "b"], limit: 2 }));
  expect(events.map(({ id }) => id)).toEqual([0, 1, 2, 3, 4, 5].map((n) => `evt_${n}`));
  expect(server.received.map(({ target }) => target)).toEqual([
    "/events?type=a&type=b&limit=2",
    "/events?type=a&type=b&limit=2&cursor=c1",
    "/events?type=a&type=b&limit=2&cursor=c2",
  ]);
});

test("pages() gives the answers, from a cursor of an earlier run on", async () => {
  const server = await threePages();
  const deck = createClient({ baseUrl: server.url });
  const cursors = (await collect(listEvents(deck, { cursor: "c1" }).pages())).map(
    (it) => it.next_cursor,
  );
  expect(cursors).toEqual(["c2", null]);
});

test("break stops fetching", async () => {
  const server = await threePages();
  for await (const event of listEvents(createClient({ baseUrl: server.url }))) {
    if (event.id === "evt_2") break;
  }
  expect(server.received).toHaveLength(2);
});

test("a call can be awaited and iterated, and the first page is fetched once", async () => {
  const server = await threePages();
  const call = listEvents(createClient({ baseUrl: server.url }));
  await call;
  expect(await collect(call)).toHaveLength(6);
  expect(server.received).toHaveLength(3);
});

test.each([
  ["the same cursor again", (cursor: string | null) => cursor ?? "c"],
  ["cursors in a circle", (cursor: string | null) => ({ a: "b", b: "c", c: "a" })[cursor ?? "c"]],
])("%s ends in a PagingError", async (_, next) => {
  const server = await serve(({ target }, response) => {
    const cursor = new URL(target, "http://x").searchParams.get("cursor");
    json(response, 200, { data: [{ id: "x" }], has_more: true, next_cursor: next(cursor) });
  });
  await expect(collect(listEvents(createClient({ baseUrl: server.url })))).rejects.toBeInstanceOf(
    PagingError,
  );
  expect(server.received.length).toBeLessThan(12);
});

test.each([{}, { data: null }, { data: [], has_more: true }, { data: [], next_cursor: "" }])(
  "the page %j is the last",
  async (page) => {
    const server = await serve((_, response) => json(response, 200, page));
    expect(await collect(listEvents(createClient({ baseUrl: server.url })))).toEqual([]);
    expect(server.received).toHaveLength(1);
  },
);

test("a page that fails rejects there, after the items before it", async () => {
  const server = await serve((_, response, count) =>
    count === 1
      ? json(response, 200, { data: [{ id: "1" }], has_more: true, next_cursor: "c" })
      : json(response, 404, {}),
  );
  const seen: string[] = [];
  const reading = (async () => {
    for await (const { id } of listEvents(createClient({ baseUrl: server.url }))) seen.push(id);
  })();
  await expect(reading).rejects.toMatchObject({ status: 404 });
  expect(seen).toEqual(["1"]);
});

test("by the id of the last item: until there is no more", async () => {
  const server = await serve(({ target }, response) => {
    const after = Number(new URL(target, "http://x").searchParams.get("starting_after") ?? 0);
    const data = [{ id: after + 1 }, { id: after + 2 }];
    json(response, 200, { data, has_more: after < 2 });
  });
  const items = await collect(listByLastItem(createClient({ baseUrl: server.url })));
  expect(items.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
  expect(server.received.map(({ target }) => target)).toEqual([
    "/by-last-item",
    "/by-last-item?starting_after=2",
  ]);
});

test("by the id of the last item: until an empty page", async () => {
  const server = await serve((_, response, count) =>
    json(response, 200, { data: count === 1 ? [{ id: 7 }] : [] }),
  );
  expect(await collect(listByLastItem(createClient({ baseUrl: server.url })))).toEqual([{ id: 7 }]);
});

test("by a cursor in the body: with all else that the body says, until there is none", async () => {
  const server = await serve(({ body }, response) => {
    const { cursor = "0" } = JSON.parse(body) as { cursor?: string };
    const next = cursor === "2" ? null : `${Number(cursor) + 1}`;
    json(response, 200, { results: [`page ${cursor}`], next });
  });
  const operation = { name: "search", method: "POST", path: "/search", write: [jsonBody] };
  const pages = { by: byBodyCursor, parameter: "cursor", items: ["results"], next: ["next"] };
  const params = { body: { query: "x" } };
  const deck = createClient({ baseUrl: server.url });
  expect(await collect(paged(deck, operation, pages, params))).toEqual([
    "page 0",
    "page 1",
    "page 2",
  ]);
  expect(params).toEqual({ body: { query: "x" } });
  expect(server.received.map(({ body }) => body)).toEqual([
    '{"query":"x"}',
    '{"query":"x","cursor":"1"}',
    '{"query":"x","cursor":"2"}',
  ]);
});

test("by offset: until an empty page", async () => {
  const server = await serve(({ target }, response) => {
    const offset = Number(new URL(target, "http://x").searchParams.get("offset") ?? 0);
    json(response, 200, [0, 1, 2, 3, 4].slice(offset, offset + 2));
  });
  expect(await collect(listByOffset(createClient({ baseUrl: server.url })))).toEqual([
    0, 1, 2, 3, 4,
  ]);
  expect(server.received.map(({ target }) => target)).toEqual([
    "/by-offset",
    "/by-offset?offset=2",
    "/by-offset?offset=4",
    "/by-offset?offset=5",
  ]);
});

test("by offset: a server that ignores it ends in a PagingError", async () => {
  const server = await serve((_, response) => json(response, 200, [1, 2]));
  await expect(collect(listByOffset(createClient({ baseUrl: server.url })))).rejects.toBeInstanceOf(
    PagingError,
  );
});

test("by page number, where the first has another number than 1", async () => {
  const server = await serve(({ target }, response) => {
    const page = Number(new URL(target, "http://x").searchParams.get("page") ?? 0);
    json(response, 200, [["a"], ["b"], []][page]);
  });
  const client = createClient({ baseUrl: server.url });
  const operation = { name: "list", method: "GET", path: "/", query: ["page"] };
  const pages = { by: byPageNumber, parameter: "page", items: [], start: 0 };
  expect(await collect(paged<string[], never, string>(client, operation, pages))).toEqual([
    "a",
    "b",
  ]);
});

test("by page number, from the caller's page on", async () => {
  const server = await serve(({ target }, response) => {
    const page = Number(new URL(target, "http://x").searchParams.get("page") ?? 1);
    json(response, 200, { list: page < 4 ? [page] : [] });
  });
  const deck = createClient({ baseUrl: server.url });
  expect(await collect(listByPage(deck))).toEqual([1, 2, 3]);
  expect(await collect(listByPage(deck, { page: 3 }))).toEqual([3]);
});

test("by next link, relative or absolute", async () => {
  const server = await serve((request, response) => {
    const { target, headers } = request;
    const links: Record<string, unknown> = {
      "/v1/by-link": { next: "?page=2" },
      "/v1/by-link?page=2": { next: `http://${headers.host}/other?page=3` },
      "/other?page=3": {},
    };
    json(response, 200, { items: [target], links: links[target] });
  });
  const deck = createClient({ baseUrl: `${server.url}/v1`, auth: "sk" });
  expect(await collect(listByLink(deck))).toEqual([
    "/v1/by-link",
    "/v1/by-link?page=2",
    "/other?page=3",
  ]);
  expect(server.received.map(({ headers }) => headers.authorization)).toEqual(
    Array.from({ length: 3 }, () => "Bearer sk"),
  );
});

test("a next link to another origin gets `accept` alone, whoever wanted more", async () => {
  const elsewhere = await serve((_, response, count) =>
    json(response, 200, { items: [2], next: count === 1 ? "/more" : undefined }),
  );
  const home = await serve((_, response) =>
    json(response, 200, { items: [1], next: `${elsewhere.url}/by-link?page=2` }),
  );
  const client = createClient({
    baseUrl: home.url,
    auth: "secret",
    headers: { "x-client": "secret" },
    middleware: (request, next) => {
      request.headers["x-signature"] = "secret";
      return next(request);
    },
  });
  const operation: Operation = {
    name: "list",
    method: "GET",
    path: "/list",
    write: [writeHeaders, writeCookies],
    headers: ["X-Token"],
    cookies: ["session"],
  };
  const pages = { by: byNextLink, items: ["items"], next: ["next"] };
  const params = { "X-Token": "secret", session: "secret" };
  const options = { headers: { "x-call": "secret" } };
  expect(await collect(paged(client, operation, pages, params, options))).toEqual([1, 2, 2]);
  expect(home.received[0]!.headers).toMatchObject({ "x-token": "secret", "x-call": "secret" });
  expect(elsewhere.received).toHaveLength(2);
  for (const { headers } of elsewhere.received) {
    expect(headers.accept).toBe("application/json");
    expect(JSON.stringify(headers)).not.toContain("secret");
  }
});

test("relative next links of a mock lead on from the page that has them", async () => {
  const next: Record<string, string> = { "": "?page=2", "?page=2": "?page=3" };
  const mock = mockFetch({
    "GET /v2/lists/a%20b": ({ url: { search } }) => ({ items: [search], next: next[search] }),
  });
  const operation = { name: "list", method: "GET", path: "/lists/{id}", write: [fillPath] };
  const pages = { by: byNextLink, items: ["items"], next: ["next"] };
  const client = createClient({ fetch: mock.fetch });
  expect(await collect(paged(client, operation, pages, { id: "a b" }))).toEqual([
    "",
    "?page=2",
    "?page=3",
  ]);
});
