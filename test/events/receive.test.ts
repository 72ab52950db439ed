import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  request as httpRequest,
  type Server,
} from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { toFetchHandler } from "../../templates/runtime/events/fetch-handler.js";
import { dispatchEvents, type EventHandler } from "../../templates/runtime/events/handle.js";
import { toNodeHandler } from "../../templates/runtime/events/node-handler.js";
import type { ReceiveOptions } from "../../templates/runtime/events/receive.js";
import { signWebhook } from "../../templates/runtime/events/sign.js";
import { event, format, otherSecret, secret, type TestEvent } from "./format.ts";

interface Receiver {
  readonly on?: Record<string, EventHandler<TestEvent>>;
  readonly fallback?: EventHandler<TestEvent>;
  readonly options?: Partial<ReceiveOptions>;
}

interface Given {
  readonly status: number;
  readonly reason: string;
}

/** Delivers one request, and gives the answer. */
type Deliver = (init: RequestInit) => Promise<Given>;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function eventsOf({ on = {}, fallback = () => {} }: Receiver) {
  return dispatchEvents(format, { on, fallback });
}

function fail(): never {
  throw new Error("failed");
}

async function answerOf(response: Response): Promise<Given> {
  return { status: response.status, ...((await response.json()) as { reason: string }) };
}

async function overHttp(receiver: Receiver): Promise<Deliver> {
  const options = { secret, onError: () => {}, ...receiver.options };
  const url = await listen(toNodeHandler(eventsOf(receiver), options));
  return async (init) => answerOf(await fetch(url, init));
}

async function overFetch(receiver: Receiver): Promise<Deliver> {
  const options = { secret, onError: () => {}, ...receiver.options };
  const handler = toFetchHandler(eventsOf(receiver), options);
  return async (init) => answerOf(await handler(new Request("https://example.com/", init)));
}

describe.each([
  ["node:http", overHttp],
  ["fetch", overFetch],
])("a receiver on %s answers", (_, start) => {
  test.each<[string, () => void]>([
    ["throws", () => fail()],
    ["rejects", (async () => fail()) as () => void],
  ])("as it would have when `onError` %s", async (_how, onError) => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const deliver = await start({ fallback: () => fail(), options: { onError } });
    const wrong = await signWebhook(event(), { secret: otherSecret });
    expect(await deliver(wrong)).toEqual({ status: 401, reason: "signature-mismatch" });
    const right = await signWebhook(event(), { secret });
    expect(await deliver(right)).toEqual({ status: 500, reason: "failed" });
    expect(logged).toHaveBeenCalledTimes(2);
    logged.mockRestore();
  });

  test("200 to a valid delivery, after its handler ran", async () => {
    const handler = vi.fn();
    const deliver = await start({ on: { "credential.verified": handler } });
    expect(await deliver(await signWebhook(event(), { secret }))).toEqual({
      status: 200,
      reason: "handled",
    });
    expect(handler).toHaveBeenCalledExactlyOnceWith(event(), { outOfOrder: false });
  });

  test("200 to a replayed delivery, without running a handler again", async () => {
    const handler = vi.fn();
    const deliver = await start({ on: { "credential.verified": handler } });
    const delivery = await signWebhook(event(), { secret });
    await deliver(delivery);
    expect(await deliver(delivery)).toEqual({ status: 200, reason: "duplicate" });
    expect(handler).toHaveBeenCalledOnce();
  });

  test("200 to an unknown type, after the fallback ran", async () => {
    const fallback = vi.fn();
    const deliver = await start({ fallback });
    const unknown = event({ type: "task_run.paused" });
    expect(await deliver(await signWebhook(unknown, { secret }))).toEqual({
      status: 200,
      reason: "handled",
    });
    expect(fallback).toHaveBeenCalledExactlyOnceWith(unknown, { outOfOrder: false });
  });

  test("401 to a stale delivery", async () => {
    const deliver = await start({});
    const timestamp = new Date(Date.now() - 600_000);
    const delivery = await signWebhook(event(), { secret, timestamp });
    expect(await deliver(delivery)).toEqual({ status: 401, reason: "timestamp-too-old" });
  });

  test("401 to a tampered delivery, without running a handler", async () => {
    const fallback = vi.fn();
    const deliver = await start({ fallback });
    const delivery = await signWebhook(event(), { secret });
    const tampered = { ...delivery, body: delivery.body.replace("cred_1", "cred_2") };
    expect(await deliver(tampered)).toEqual({ status: 401, reason: "signature-mismatch" });
    expect(fallback).not.toHaveBeenCalled();
  });

  test("401 to what another secret signed", async () => {
    const deliver = await start({});
    const delivery = await signWebhook(event(), { secret: otherSecret });
    expect(await deliver(delivery)).toEqual({ status: 401, reason: "signature-mismatch" });
  });

  test("200 to what the secret before the rotation signed", async () => {
    const deliver = await start({ options: { secret: [otherSecret, secret] } });
    expect(await deliver(await signWebhook(event(), { secret }))).toMatchObject({ status: 200 });
  });

  test("413 to a body over the limit, whether or not it says its length", async () => {
    const deliver = await start({ options: { maxBytes: 1000 } });
    const { headers } = await signWebhook(event(), { secret });
    const body = "x".repeat(8_000_000);
    expect(await deliver({ method: "POST", headers, body })).toEqual({
      status: 413,
      reason: "body-too-large",
    });
    const stream = new Blob([body]).stream();
    const chunked = { method: "POST", headers, body: stream, duplex: "half" } as RequestInit;
    expect(await deliver(chunked)).toEqual({ status: 413, reason: "body-too-large" });
  });

  test("200 to a body of exactly the limit", async () => {
    const delivery = await signWebhook(event(), { secret });
    const deliver = await start({ options: { maxBytes: delivery.body.length } });
    expect(await deliver(delivery)).toMatchObject({ status: 200 });
  });

  test("400 to an authentic body that is not JSON, or not an event", async () => {
    const deliver = await start({});
    expect(await deliver(await signWebhook("hello", { secret }))).toEqual({
      status: 400,
      reason: "not-json",
    });
    expect(await deliver(await signWebhook({ id: "evt_1" }, { secret }))).toEqual({
      status: 400,
      reason: "not-an-event",
    });
  });

  test("400 to a request without signature", async () => {
    const deliver = await start({});
    const plain = { method: "POST", body: JSON.stringify(event()) };
    expect(await deliver(plain)).toEqual({ status: 400, reason: "missing-header" });
  });

  test("405 to another method", async () => {
    const deliver = await start({});
    expect(await deliver({ method: "GET" })).toEqual({ status: 405, reason: "not-a-post" });
  });

  test("500 when a handler fails, and reports it; the next delivery is handled", async () => {
    const error = new Error("no");
    const onError = vi.fn();
    const handler = vi.fn().mockRejectedValueOnce(error);
    const deliver = await start({ on: { "credential.*": handler }, options: { onError } });
    const delivery = await signWebhook(event(), { secret });
    expect(await deliver(delivery)).toEqual({ status: 500, reason: "failed" });
    expect(onError).toHaveBeenCalledExactlyOnceWith(error, {
      handler: "credential.*",
      event: event(),
    });
    expect(await deliver(delivery)).toEqual({ status: 200, reason: "handled" });
  });

  test("500 when the secret is not set, and says to the operator only that it is", async () => {
    const onError = vi.fn();
    const deliver = await start({ options: { secret: "", onError } });
    const delivery = await signWebhook(event(), { secret });
    expect(await deliver(delivery)).toEqual({ status: 500, reason: "invalid-secret" });
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ name: "WebhookVerificationError" });
  });

  test("202 while a slow handler goes on, which the platform is told to wait for", async () => {
    const { promise, resolve } = deferred();
    const work: Promise<unknown>[] = [];
    const deliver = await start({
      fallback: () => promise,
      options: { answerWithin: 0, waitUntil: (pending) => work.push(pending) },
    });
    const unknown = event({ type: "task_run.paused" });
    expect(await deliver(await signWebhook(unknown, { secret }))).toEqual({
      status: 202,
      reason: "accepted",
    });
    resolve();
    expect(await work[0]).toEqual({ status: 200, reason: "handled" });
  });
});

describe("behind a body parser of Express", () => {
  async function behind(parse: (text: string) => object): Promise<Given> {
    const handler = toNodeHandler(eventsOf({}), { secret });
    const url = await listen((request, response) => {
      void textOf(request).then((body) => handler(Object.assign(request, parse(body)), response));
    });
    return answerOf(await fetch(url, await signWebhook(event(), { secret })));
  }

  test("takes the bytes of express.raw()", async () => {
    expect(await behind((text) => ({ body: Buffer.from(text) }))).toEqual({
      status: 200,
      reason: "handled",
    });
  });

  test("takes the bytes that Cloud Functions keep beside the parsed body", async () => {
    const given = await behind((text) => ({ body: JSON.parse(text), rawBody: Buffer.from(text) }));
    expect(given).toEqual({ status: 200, reason: "handled" });
  });

  test("recognises the value of express.json()", async () => {
    expect(await behind((text) => ({ body: JSON.parse(text) }))).toEqual({
      status: 500,
      reason: "body-parsed",
    });
  });

  test("recognises a body that was read and thrown away", async () => {
    expect(await behind(() => ({}))).toEqual({ status: 500, reason: "body-missing" });
  });
});

test("a sender that goes away in the middle is reported, and the server goes on", async () => {
  const { promise, resolve } = deferred<unknown>();
  const url = await listen(toNodeHandler(eventsOf({}), { secret, onError: resolve }));
  const { headers } = await signWebhook(event(), { secret });
  const sending = httpRequest(url, {
    method: "POST",
    headers: { ...headers, "content-length": "1000" },
  });
  sending.on("error", () => {});
  sending.write("{");
  setTimeout(() => sending.destroy(), 50);
  expect(await promise).toBeInstanceOf(Error);
  expect((await fetch(url, await signWebhook(event(), { secret }))).status).toBe(200);
});

test("errors of handlers go to the console when nobody else takes them", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const error = new Error("no");
  const events = eventsOf({ fallback: () => Promise.reject(error) });
  const handler = toFetchHandler(events, { secret });
  await handler(new Request("https://example.com", await signWebhook(event(), { secret })));
  expect(log).toHaveBeenCalledExactlyOnceWith('The event handler "fallback" failed.', error);
});

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}

function deferred<Value = void>() {
  let resolve!: (value: Value) => void;
  const promise = new Promise<Value>((done) => (resolve = done));
  return { promise, resolve };
}
