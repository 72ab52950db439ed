import { expect, test } from "vitest";
import { call } from "../../templates/runtime/call.ts";
import { makeClient, type Middleware } from "../../templates/runtime/client.ts";
import { jsonInUrl } from "../../templates/runtime/json-in-url.ts";
import { logging } from "../../templates/runtime/logging.ts";
import { compose } from "../../templates/runtime/middleware.ts";
import { mockFetch } from "../../templates/runtime/mock.ts";
import { writeQuerystring } from "../../templates/runtime/write.ts";
import { createClient, deleteAgent, listEvents } from "./sample-sdk/index.ts";
import { json } from "./server.ts";
import { useServers } from "./with-server.ts";

const serve = useServers();

test("layers run in order around every attempt, and see no credentials", async () => {
  const server = await serve((_, response, count) => json(response, count === 1 ? 503 : 200, {}));
  const seen: string[] = [];
  const layer =
    (name: string): Middleware =>
    async (request, next) => {
      expect(request.headers["authorization"]).toBeUndefined();
      seen.push(`${name} ${request.operation.name} ${request.attempt}`);
      request.headers["x-path"] = (request.headers["x-path"] ?? "") + name;
      const response = await next(request);
      expect(request.headers["authorization"]).toBeUndefined();
      seen.push(`${name} ${response.status}`);
      return response;
    };
  const middleware = compose(layer("a"), layer("b"));
  const deck = createClient({ baseUrl: server.url, auth: "sk", middleware, retry: { backoff: 1 } });
  await listEvents(deck);
  expect(seen).toEqual([
    "a listEvents 1",
    "b listEvents 1",
    "b 503",
    "a 503",
    "a listEvents 2",
    "b listEvents 2",
    "b 200",
    "a 200",
  ]);
  expect(server.received[1]?.headers["x-path"]).toBe("ab");
});

test("a layer can answer in the server's place", async () => {
  const middleware: Middleware = async () => Response.json({ data: [] });
  await expect(listEvents(createClient({ middleware }))).resolves.toEqual({ data: [] });
});

test("what a layer throws is what the call rejects with, and is not repeated", async () => {
  const reason = new Error("offline");
  let calls = 0;
  const middleware: Middleware = async () => {
    calls++;
    throw reason;
  };
  await expect(listEvents(createClient({ middleware }))).rejects.toBe(reason);
  expect(calls).toBe(1);
});

test("a layer sees the network's errors as callers do", async () => {
  const server = await serve((_, response) => response.destroy());
  const seen: unknown[] = [];
  const middleware: Middleware = (request, next) =>
    next(request).catch((error: unknown) => {
      seen.push(error);
      throw error;
    });
  const deck = createClient({ baseUrl: server.url, middleware, retry: { limit: 0 } });
  await listEvents(deck).catch(() => {});
  expect(seen).toMatchObject([{ name: "ConnectionError" }]);
});

test("a layer that leads to another origin leads away from the credentials", async () => {
  const elsewhere = await serve((_, response) => json(response, 200, {}));
  const middleware: Middleware = (request, next) => next({ ...request, url: `${elsewhere.url}/x` });
  await listEvents(createClient({ baseUrl: "https://api.example.com", auth: "sk", middleware }));
  expect(elsewhere.received[0]?.headers.authorization).toBeUndefined();
});

test("an origin that only begins like the base URL is another one", async () => {
  let authorization: string | undefined;
  const fetch = async (_: string, init: RequestInit) => {
    authorization = new Headers(init.headers).get("authorization") ?? undefined;
    return Response.json({});
  };
  const middleware: Middleware = (request, next) =>
    next({ ...request, url: "https://api.example.com.evil.test/events" });
  await listEvents(
    createClient({ baseUrl: "https://api.example.com", auth: "sk", fetch, middleware }),
  );
  expect(authorization).toBeUndefined();
});

test("logging tells request, status and time, with secrets in URLs and headers redacted", async () => {
  const server = await serve((_, response) => json(response, 200, {}));
  const lines: string[] = [];
  const middleware = logging({ write: (line) => lines.push(line), headers: true, now: () => 7 });
  const headers = { "x-api-key": "secret", cookie: "a=secret", "x-plain": "shown" };
  await listEvents(createClient({ baseUrl: server.url, headers, middleware }), {
    cursor: "secret",
  });
  expect(lines).toEqual([
    `GET ${server.url}/events?cursor=… 200 in 0 ms ` +
      "{ accept: application/json, x-api-key: …, cookie: …, x-plain: shown }",
  ]);
});

test("mockFetch answers by operation, and records what was asked", async () => {
  const mock = mockFetch({
    "GET /v2/events": ({ url }) => ({ data: [{ id: url.searchParams.get("cursor") }] }),
    "POST /v2/agents": () => new Response(null, { status: 401 }),
  });
  const deck = createClient({ fetch: mock.fetch });
  await expect(listEvents(deck, { cursor: "c" })).resolves.toEqual({ data: [{ id: "c" }] });
  expect(mock.requests).toMatchObject([{ method: "GET", headers: { accept: "application/json" } }]);
  await expect(
    deck && mock.fetch("https://api.deck.co/v2/none", { method: "GET" }),
  ).rejects.toThrow("mockFetch has no answer to GET /v2/none");
});

test("a mock that does not answer ends with the time limits; one that gives nothing is a 204", async () => {
  const mock = mockFetch({
    "GET /v2/events": () => new Promise(() => {}),
    "DELETE /v2/agents/a": () => undefined,
  });
  const deck = createClient({ fetch: mock.fetch, retry: { limit: 0 } });
  const late = listEvents(deck, {}, { timeout: 20 });
  await expect(late).rejects.toMatchObject({ name: "TimeoutError" });
  expect(await deleteAgent(deck, { agent_id: "a" }).result()).toMatchObject({ status: 204 });
});

test("logging shows neither a query without names nor the user of a URL", async () => {
  const lines: string[] = [];
  const middleware = logging({ write: (line) => lines.push(line), now: () => 7 });
  const fetch = async () => Response.json({});
  const client = makeClient({ middleware, fetch }, { baseUrl: "https://ann:secret@x.test" });
  const querystring = { key: "query", encode: jsonInUrl };
  const operation = { name: "search", method: "GET", path: "/a", write: [writeQuerystring] };
  await call(client, { ...operation, querystring }, { query: { token: "secret" } });
  expect(lines).toEqual(["GET https://…@x.test/a?… 200 in 0 ms"]);
});
