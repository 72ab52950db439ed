import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadSdk } from "./generated-sdk.ts";

const string = { type: "string" };
const integer = { type: "integer" };
const numbers = { type: "array", items: integer };
const object = (properties: object): object => ({ type: "object", properties });
const list = (
  operationId: string,
  query: object,
  answer: object,
  others: readonly object[] = [],
): object => ({
  get: {
    operationId,
    parameters: Object.entries(query)
      .map(([name, schema]): object => ({ name, in: "query", schema }))
      .concat(others),
    responses: { 200: { description: "", content: { "application/json": { schema: answer } } } },
  },
});

const pageable = object({ page: { ...integer, minimum: 0 }, size: integer, sort: string });
const nextPage = object({ offset: string, path: string });
const document = {
  openapi: "3.1.1",
  info: { title: "Lists", version: "1" },
  paths: {
    "/spring": list("listSpring", { pageable }, object({ content: numbers, last: integer })),
    "/books/{page}": list(
      "listMarks",
      { page: { ...integer, minimum: 0 }, limit: integer },
      numbers,
      [{ name: "page", in: "path", required: true, schema: string }],
    ),
    "/asana": list(
      "listAsana",
      { limit: integer, offset: string },
      object({ data: numbers, next_page: nextPage }),
    ),
  },
};

/** Numbers from 1 to 5, two a page. */
const answers: Readonly<Record<string, (query: URLSearchParams) => object>> = {
  "/spring": (query) => {
    const start = Number(query.get("page")) * 2;
    return { content: [1, 2, 3, 4, 5].slice(start, start + 2) };
  },
  "/books/a": (query) => [1, 2, 3, 4, 5].slice(Number(query.get("page")) * 2).slice(0, 2),
  "/asana": (query) => {
    const start = Number(query.get("offset")?.slice(1) ?? 0);
    const offset = `t${start + 2}`;
    const data = [1, 2, 3, 4, 5].slice(start, start + 2);
    return { data, next_page: start < 4 ? { offset, path: `/asana?offset=${offset}` } : null };
  },
};

let received: string[] = [];
const server = createServer(({ url = "" }, response) => {
  received.push(url);
  const { pathname, searchParams } = new URL(url, "http://localhost");
  response.end(JSON.stringify(answers[pathname]?.(searchParams)));
});

let sdk: Readonly<Record<string, unknown>>;
beforeAll(async () => {
  sdk = await loadSdk(document);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

/** Every item of a list, and the requests that it took. */
async function read(name: string, params?: object): Promise<readonly [unknown[], string[]]> {
  const { port } = server.address() as AddressInfo;
  const createClient = sdk["createClient"] as (options: object) => unknown;
  const call = sdk[name] as (client: unknown, params?: object) => AsyncIterable<unknown>;
  received = [];
  const items: unknown[] = [];
  for await (const item of call(createClient({ baseUrl: `http://127.0.0.1:${port}` }), params))
    items.push(item);
  return [items, received];
}

test("pages that a member of an object asks for keep its other members", async () => {
  expect(await read("listSpring", { pageable: { sort: "name" } })).toEqual([
    [1, 2, 3, 4, 5],
    [
      "/spring?sort=name",
      "/spring?sort=name&page=1",
      "/spring?sort=name&page=2",
      "/spring?sort=name&page=3",
    ],
  ]);
});

test("they go on from the page that was asked for, or from the first one", async () => {
  expect(await read("listSpring", { pageable: { page: 2 } })).toEqual([
    [5],
    ["/spring?page=2", "/spring?page=3"],
  ]);
  expect((await read("listSpring"))[1]).toEqual([
    "/spring",
    "/spring?page=1",
    "/spring?page=2",
    "/spring?page=3",
  ]);
});

test("an offset that is a text is the one that the answer gives", async () => {
  expect(await read("listAsana", { limit: 2 })).toEqual([
    [1, 2, 3, 4, 5],
    ["/asana?limit=2", "/asana?limit=2&offset=t2", "/asana?limit=2&offset=t4"],
  ]);
});

test("a parameter that shares its name with one in the path asks for the next page", async () => {
  expect(await read("listMarks", { path_page: "a", limit: 2 })).toEqual([
    [1, 2, 3, 4, 5],
    [
      "/books/a?limit=2",
      "/books/a?limit=2&page=1",
      "/books/a?limit=2&page=2",
      "/books/a?limit=2&page=3",
    ],
  ]);
});
