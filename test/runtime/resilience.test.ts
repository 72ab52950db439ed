import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { createAgent, createClient, deleteAgent, listEvents } from "./sample-sdk/index.ts";
import { call, type Operation } from "../../templates/runtime/call.ts";
import { rawBody } from "../../templates/runtime/body.ts";
import { makeClient } from "../../templates/runtime/client.ts";
import { isTransient, retry, type RetryOptions } from "../../templates/runtime/retry.ts";
import { sleep } from "../../templates/runtime/sleep.ts";
import { type Handler, json } from "./server.ts";
import { useServers } from "./with-server.ts";

const serve = useServers();
const quick = { backoff: 1 };
const page = { data: [], has_more: false };

async function start(handler: Handler, options: Parameters<typeof createClient>[0] = {}) {
  const server = await serve(handler);
  return { server, deck: createClient({ baseUrl: server.url, retry: quick, ...options }) };
}

const failTwice =
  (status: number, headers: Record<string, string> = {}): Handler =>
  (_, response, count) =>
    count < 3 ? json(response, status, { errors: [] }, headers) : json(response, 200, page);

test.each([408, 425, 429, 500, 502, 503, 504])("a GET is repeated after %i", async (status) => {
  const { server, deck } = await start(failTwice(status));
  await expect(listEvents(deck)).resolves.toEqual(page);
  expect(server.received).toHaveLength(3);
});

test.each([400, 401, 403, 404, 409, 422, 501])("a GET is not repeated after %i", async (status) => {
  const { server, deck } = await start(failTwice(status));
  await expect(listEvents(deck)).rejects.toMatchObject({ status });
  expect(server.received).toHaveLength(1);
});

test("a GET is repeated after a reset, in the headers or in the body", async () => {
  const { server, deck } = await start((_, response, count) => {
    if (count === 1) return response.destroy();
    if (count === 2) {
      response.writeHead(200, { "content-length": "100" }).write("{");
      return setImmediate(() => response.destroy());
    }
    return json(response, 200, page);
  });
  await expect(listEvents(deck)).resolves.toEqual(page);
  expect(server.received).toHaveLength(3);
});

test("retries end at the limit of the client or of the call", async () => {
  const { server, deck } = await start((_, response) => json(response, 503, {}));
  await expect(listEvents(deck)).rejects.toMatchObject({ status: 503 });
  expect(server.received).toHaveLength(3);
  await expect(listEvents(deck, {}, { retries: 0 }).result()).resolves.toMatchObject({
    status: 503,
  });
  expect(server.received).toHaveLength(4);
});

test("a POST with an idempotency key is repeated with the same key; another call has another", async () => {
  const { server, deck } = await start((_, response, count) =>
    json(response, count % 2 ? 500 : 201, { id: "agt" }),
  );
  await createAgent(deck, { body: { name: "a" } });
  await createAgent(deck, { body: { name: "a" } });
  await deleteAgent(deck, { agent_id: "agt_1" }, { idempotencyKey: "mine" });
  const keys = server.received.map(({ headers }) => headers["idempotency-key"]);
  expect(keys).toHaveLength(6);
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
  expect(keys[3]).toBe(keys[2]);
  expect(keys.slice(4)).toEqual(["mine", "mine"]);
});

test("a POST without a key is not repeated, nor a stream that is gone", async () => {
  const server = await serve((_, response) => json(response, 503, {}));
  const client = makeClient({ retry: quick }, { baseUrl: server.url, retrying: retry });
  const operation: Operation = { name: "op", method: "POST", path: "/", write: [rawBody] };
  await call(client, operation, { body: "x" }).result();
  expect(server.received).toHaveLength(1);
  const body = new Blob(["x"]).stream();
  await call(client, { ...operation, method: "PUT" }, { body }).result();
  expect(server.received).toHaveLength(2);
});

test.each([
  [{ "retry-after": "0" }, 3],
  [{ "retry-after-ms": "1" }, 3],
  [{ "retry-after": new Date(0).toUTCString() }, 3],
  [{ "retry-after": "not a date" }, 3],
  [{ "retry-after": "3600" }, 1],
  [{ "retry-after-ms": "3600000" }, 1],
  [{ "retry-after": new Date(Date.now() + 3_600_000).toUTCString() }, 1],
])("an answer with %j leads to %i requests", async (headers, count) => {
  const { server, deck } = await start(failTwice(429, headers));
  await listEvents(deck).result();
  expect(server.received).toHaveLength(count);
});

test("Retry-After is waited for", async () => {
  const times: number[] = [];
  const { deck } = await start((_, response, count) => {
    times.push(performance.now());
    json(response, count === 1 ? 429 : 200, page, { "retry-after-ms": "60" });
  });
  await listEvents(deck);
  expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(55);
});

test("`when` tells one 429 from another", async () => {
  const when: NonNullable<RetryOptions["when"]> = (error) =>
    isTransient(error) && (error.body as { code?: string }).code !== "session_limit_exceeded";
  const { server, deck } = await start(
    (_, response) => json(response, 429, { code: "session_limit_exceeded" }),
    { retry: { ...quick, when } },
  );
  await listEvents(deck).result();
  expect(server.received).toHaveLength(1);
});

test("an answer that does not come is a TimeoutError after each attempt's timeout", async () => {
  let attempts = 0;
  const fetch = (url: string, init: RequestInit) => {
    attempts++;
    return globalThis.fetch(url, init);
  };
  const { deck } = await start(() => {}, { timeout: 30, fetch });
  const error = await listEvents(deck, {}, { retries: 1 }).catch((it: unknown) => it);
  expect(error).toMatchObject({ name: "TimeoutError", operation: "listEvents" });
  // Not what the server received: a slow one may notice neither before they are given up.
  expect(attempts).toBe(2);
});

test("a body that trickles in is a TimeoutError too", async () => {
  const { deck } = await start((_, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write(" "), 5);
    response.on("close", () => clearInterval(timer));
  });
  const trickling = listEvents(deck, {}, { timeout: 40, retries: 0 });
  await expect(trickling).rejects.toMatchObject({ name: "TimeoutError" });
});

test("a timeout of its own does not disturb calls under the client's", async () => {
  const { deck } = await start((_, response, count) => {
    if (count > 1) setTimeout(() => json(response, 200, page), 60);
  });
  const short = listEvents(deck, {}, { timeout: 20, retries: 0 });
  const usual = listEvents(deck);
  await expect(short).rejects.toMatchObject({ name: "TimeoutError" });
  await expect(usual).resolves.toEqual(page);
});

test("the deadline bounds attempts and pauses together", async () => {
  const { server, deck } = await start((_, response) =>
    json(response, 503, {}, { "retry-after": "1" }),
  );
  const result = await listEvents(deck, {}, { deadline: 200 }).result();
  expect([result.status, server.received.length]).toEqual([503, 1]);
  const stalled = await start(() => {});
  const error = listEvents(stalled.deck, {}, { deadline: 50 });
  await expect(error).rejects.toMatchObject({ name: "TimeoutError" });
  expect(stalled.server.received).toHaveLength(1);
});

test.each([
  ["before it is sent", (abort: () => void) => abort(), () => {}],
  ["while it waits for an answer", (abort: () => void) => setTimeout(abort, 20), () => {}],
  [
    "while the body arrives",
    (abort: () => void) => setTimeout(abort, 30),
    ((_, response) => response.writeHead(200).write("{")) as Handler,
  ],
  [
    "while it backs off",
    (abort: () => void) => setTimeout(abort, 30),
    ((_, response) => json(response, 503, {}, { "retry-after": "20" })) as Handler,
  ],
])("an abort %s rejects with the signal's reason", async (_, plan, handler) => {
  const { deck } = await start(handler);
  const controller = new AbortController();
  plan(() => controller.abort());
  const error = await listEvents(deck, {}, { signal: controller.signal }).catch(
    (it: unknown) => it,
  );
  expect(error).toBe(controller.signal.reason);
  expect(error).toMatchObject({ name: "AbortError" });
});

test("an abort with a reason of one's own rejects with that", async () => {
  const { deck } = await start(() => {});
  const reason = new Error("left the page");
  const signal = AbortSignal.abort(reason);
  await expect(listEvents(deck, {}, { signal })).rejects.toBe(reason);
});

test("calls under the client's timeout share signals, up to a number", async () => {
  const signals = new Set<unknown>();
  const fetch = async (_: string, init: RequestInit) => {
    signals.add(init.signal);
    return Response.json(page);
  };
  const deck = createClient({ fetch });
  for (let i = 0; i < 300; i++) await listEvents(deck);
  expect(signals.size).toBe(2);
});

test("one abort ends all calls that share the signal", async () => {
  const { deck } = await start(() => {});
  const controller = new AbortController();
  const { signal } = controller;
  const calls = Array.from({ length: 20 }, () => listEvents(deck, {}, { signal }));
  setTimeout(() => controller.abort(), 20);
  const ended = await Promise.allSettled(calls);
  expect(ended.map((it) => it.status === "rejected" && it.reason === signal.reason)).toEqual(
    calls.map(() => true),
  );
});

test("calls with a signal of the caller's still time out, whatever is collected meanwhile", async () => {
  const { deck } = await start(() => {}, { retry: { limit: 0 } });
  const { signal } = new AbortController();
  const calls = [150, 160, 170].map((timeout) => listEvents(deck, {}, { signal, timeout }));
  const errors = Promise.all(calls.map((call) => call.catch((it: unknown) => it)));
  const collecting = setInterval(heapUsed, 10);
  const timeout = expect.objectContaining({ name: "TimeoutError" });
  expect(await errors).toEqual([timeout, timeout, timeout]);
  clearInterval(collecting);
}, 10_000);

test("a pause ends at once under a signal that is aborted already", async () => {
  const controller = new AbortController();
  const when = () => {
    controller.abort();
    return true;
  };
  const { server, deck } = await start(
    (_, response) => json(response, 503, {}, { "retry-after": "20" }),
    { retry: { when } },
  );
  const call = listEvents(deck, {}, { signal: controller.signal });
  await expect(call).rejects.toMatchObject({ name: "AbortError" });
  expect(server.received).toHaveLength(1);
}, 10_000);

test("pauses leave nothing on the caller's signal", async () => {
  const { signal } = new AbortController();
  const pauses = (): Promise<unknown> =>
    Promise.all(Array.from({ length: 10_000 }, () => sleep(0, signal)));
  await pauses();
  const before = heapUsed();
  await pauses();
  await pauses();
  expect(heapUsed() - before).toBeLessThan(10_000_000);
});

function heapUsed(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().heapUsed;
}
