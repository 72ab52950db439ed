import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { readJsonEvents } from "../../templates/runtime/events.ts";
import { linesOf } from "../../templates/runtime/lines.ts";
import { streamed } from "../../templates/runtime/stream.ts";
import {
  ApiError,
  ConnectionError,
  complete,
  createClient,
  tailLog,
  watch,
} from "./sample-sdk/index.ts";
import { json } from "./server.ts";
import { useServers } from "./with-server.ts";

const serve = useServers();
const retry = { backoff: 1 };

async function collect<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of source) items.push(item);
  return items;
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((it) => {
    resolve = it;
  });
  return { promise, resolve };
}

/** Sends a text in pieces, cut where it hurts. */
function trickle(response: ServerResponse, text: string, size: number): void {
  const bytes = Buffer.from(text);
  let at = 0;
  const step = () => {
    if (at >= bytes.length) return response.end();
    response.write(bytes.subarray(at, (at += size)));
    return setImmediate(step);
  };
  step();
}

const events = [
  ": a comment",
  "retry: 5",
  "id: 1",
  'data: {"a":1}',
  "",
  "event: note",
  "data: first é",
  "data:second",
  "data",
  "",
  "event: no data",
  "",
  "id: 2",
  "unknown: x",
  "data: last",
  "",
  "data: not ended",
];

test.each([
  ["\n", 1],
  ["\r\n", 1],
  ["\r", 3],
  ["\r\n", 1000],
])("server-sent events with line end %j in pieces of %i bytes", async (end, size) => {
  const server = await serve((_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    trickle(response, `\uFEFF${events.join(end)}`, size);
  });
  expect(await collect(watch(createClient({ baseUrl: server.url })))).toEqual([
    { event: "message", data: '{"a":1}', id: "1" },
    { event: "note", data: "first é\nsecond\n", id: "1" },
    { event: "message", data: "last", id: "2" },
  ]);
  expect(server.received[0]?.headers.accept).toBe("text/event-stream");
});

test("events with their fields have the data as JSON, or else as text", async () => {
  const server = await serve((_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.end('event: tick\ndata: {"n":1}\n\ndata: [DONE]\n\n');
  });
  const client = createClient({ baseUrl: server.url });
  const operation = { name: "watch", method: "GET", path: "/watch" };
  expect(await collect(streamed(client, operation, readJsonEvents))).toEqual([
    { event: "tick", data: { n: 1 }, id: "" },
    { event: "message", data: "[DONE]", id: "" },
  ]);
});

test("a broken event stream goes on after the last event's id", async () => {
  const server = await serve(({ headers }, response) => {
    const last = Number(headers["last-event-id"] ?? 0);
    response.writeHead(200);
    response.write(`retry: 1\nid: ${last + 1}\ndata: ${last + 1}\n\n`);
    if (last < 2) setTimeout(() => response.destroy(), 10);
    else response.end();
  });
  const received = await collect(watch(createClient({ baseUrl: server.url })));
  expect(received.map(({ data }) => data)).toEqual(["1", "2", "3"]);
  expect(server.received.map(({ headers }) => headers["last-event-id"])).toEqual([
    undefined,
    "1",
    "2",
  ]);
});

test("an event that broke off is asked for again", async () => {
  const server = await serve((_, response, count) => {
    response.writeHead(200);
    if (count > 1) return response.end("id: 2\ndata: two\n\n");
    response.write("retry: 1\nid: 1\ndata: one\n\nid: 2\ndata: tw");
    return setTimeout(() => response.destroy(), 10);
  });
  const received = await collect(watch(createClient({ baseUrl: server.url })));
  expect(received.map(({ data }) => data)).toEqual(["one", "two"]);
  expect(server.received[1]!.headers["last-event-id"]).toBe("1");
});

test.each([["a\r", "\n", "\nb"], ["a\r\n\nb"], ["a\r", "", "\n\nb"]])(
  "lines of %j, %j, %j",
  async (...chunks) => {
    const { readable, writable } = new TextEncoderStream();
    const writer = writable.getWriter();
    for (const chunk of chunks) void writer.write(chunk);
    void writer.close();
    expect(await collect(linesOf(readable.getReader(), 9))).toEqual(["a", "", "b"]);
  },
);

test.each([
  ["pause", "60000"],
  ["pause that no timer can count", "99999999999"],
])("cancel() ends the %s before a stream goes on", async (_, retryAfter) => {
  const { promise: broken, resolve } = deferred();
  const server = await serve((_request, response) => {
    response.writeHead(200).write(`retry: ${retryAfter}\nid: 1\ndata: 1\n\n`);
    setTimeout(() => response.destroy(), 10);
    response.on("close", resolve);
  });
  const stream = await watch(createClient({ baseUrl: server.url }));
  await stream.next();
  const read = stream.next();
  await broken;
  await new Promise((wake) => setTimeout(wake, 20));
  await stream.cancel();
  expect(await read).toEqual({ done: true, value: undefined });
  expect(server.received).toHaveLength(1);
});

test("an id beyond latin1 goes back in UTF-8", async () => {
  const server = await serve(({ headers }, response) => {
    response.writeHead(200).write("retry: 1\nid: \u2192\ndata: 1\n\n");
    if (headers["last-event-id"] === undefined) setTimeout(() => response.destroy(), 10);
    else response.end();
  });
  await collect(watch(createClient({ baseUrl: server.url })));
  const sent = server.received[1]!.headers["last-event-id"] as string;
  expect(Buffer.from(sent, "latin1").toString()).toBe("\u2192");
});

test.each(["\0", "\u0001", "\u007f"])(
  "an id with %j, which no header can hold, is passed over",
  async (char) => {
    const server = await serve(({ headers }, response) => {
      response.writeHead(200).write(`retry: 1\nid: a\ndata: 1\n\nid: b${char}\ndata: 2\n\n`);
      if (headers["last-event-id"] === undefined) setTimeout(() => response.destroy(), 10);
      else response.end();
    });
    const received = await collect(watch(createClient({ baseUrl: server.url })));
    expect(received.map(({ id }) => id)).toEqual(["a", "a", "a", "a"]);
    expect(server.received[1]!.headers["last-event-id"]).toBe("a");
  },
);

test("a broken stream without ids is a ConnectionError, after its items", async () => {
  const server = await serve((_, response) => {
    response.writeHead(200).write('{"n":1}\n{"n":2');
    setTimeout(() => response.destroy(), 10);
  });
  const seen: number[] = [];
  const reading = (async () => {
    for await (const { n } of tailLog(createClient({ baseUrl: server.url }))) seen.push(n);
  })();
  await expect(reading).rejects.toBeInstanceOf(ConnectionError);
  expect(seen).toEqual([1]);
});

test("JSON lines, the last without an end", async () => {
  const server = await serve((_, response) =>
    trickle(response, '{"n":1}\n\n{"n":"é"}\r\n{"n":3}', 2),
  );
  expect(await collect(tailLog(createClient({ baseUrl: server.url })))).toEqual([
    { n: 1 },
    { n: "é" },
    { n: 3 },
  ]);
});

test("a line that is not JSON is an ApiError with a cause", async () => {
  const server = await serve((_, response) => response.end("<html>\n"));
  const error = await collect(tailLog(createClient({ baseUrl: server.url }))).catch(
    (it: unknown) => it,
  );
  expect(error).toBeInstanceOf(ApiError);
  expect((error as Error).cause).toBeInstanceOf(SyntaxError);
});

test("a line or an event that is too long ends the stream", async () => {
  const server = await serve(({ target }, response) => {
    if (target === "/log") response.end("x".repeat(100));
    else response.end(`data: ${"x".repeat(20)}\n`.repeat(5));
  });
  const deck = createClient({ baseUrl: server.url });
  const limit = { maxFrameSize: 50 };
  await expect(collect(tailLog(deck, {}, limit))).rejects.toMatchObject({ name: "FrameError" });
  await expect(collect(watch(deck, {}, limit))).rejects.toMatchObject({ name: "FrameError" });
});

test("errors of a stream's call are those of any call", async () => {
  const server = await serve((_, response, count) =>
    count === 1 ? json(response, 503, {}) : json(response, 404, { code: "none" }),
  );
  const deck = createClient({ baseUrl: server.url, retry });
  await expect(collect(tailLog(deck))).rejects.toMatchObject({
    status: 404,
    body: { code: "none" },
  });
  expect(server.received).toHaveLength(2);
});

/** A server whose answers do not end by themselves, and a promise of the first one's end. */
async function endless(refusals = 0) {
  const { promise: closed, resolve } = deferred();
  const server = await serve((_, response) => {
    if (refusals-- > 0) {
      response.writeHead(503, { "retry-after-ms": "1" }).end();
      return;
    }
    response.writeHead(200).flushHeaders();
    const timer = setInterval(() => response.write('{"n":1}\n'), 5);
    response.on("close", () => {
      clearInterval(timer);
      resolve();
    });
  });
  return { server, closed };
}

test("break closes the connection", async () => {
  const { server, closed } = await endless();
  for await (const _ of tailLog(createClient({ baseUrl: server.url }))) break;
  await closed;
});

test("the end of an `await using` block closes the connection", async () => {
  const { server, closed } = await endless();
  {
    await using stream = await tailLog(createClient({ baseUrl: server.url }));
    expect(stream.response.status).toBe(200);
    expect(await stream.next()).toEqual({ done: false, value: { n: 1 } });
  }
  await closed;
});

test("cancel() ends a read that waits", async () => {
  const { promise: closed, resolve } = deferred();
  const server = await serve((_, response) => {
    response.writeHead(200).flushHeaders();
    response.on("close", resolve);
  });
  const stream = await tailLog(createClient({ baseUrl: server.url }));
  const read = stream.next();
  await stream.cancel();
  expect(await read).toEqual({ done: true, value: undefined });
  await closed;
});

test("the caller's signal ends a stream with its reason, the time limits do not", async () => {
  const { server } = await endless(1);
  const controller = new AbortController();
  const deck = createClient({ baseUrl: server.url, timeout: 250, deadline: 250 });
  let items = 0;
  const reading = (async () => {
    for await (const _ of tailLog(deck, {}, { signal: controller.signal })) {
      items++;
      if (items === 80) controller.abort();
    }
  })();
  const error = await reading.catch((it: unknown) => it);
  expect(error).toBe(controller.signal.reason);
  expect(items).toBe(80);
});

test.each([{ timeout: 30 }, { deadline: 30 }])(
  "a stream that does not begin within %j is a TimeoutError",
  async (limit) => {
    const server = await serve(() => {});
    const deck = createClient({ baseUrl: server.url, ...limit });
    await expect(collect(tailLog(deck))).rejects.toMatchObject({ name: "TimeoutError" });
  },
);

test.each([{ timeout: 1_000 }, { deadline: 1_000 }])(
  "a stream that may not begin again within %j is the error that was answered",
  async (limit) => {
    const server = await serve((_, response) => {
      response.writeHead(503, { "retry-after": "20" }).end();
    });
    const deck = createClient({ baseUrl: server.url, ...limit });
    await expect(collect(tailLog(deck))).rejects.toMatchObject({ name: "ApiError", status: 503 });
    expect(server.received).toHaveLength(1);
    expect(await tailLog(deck).result()).toMatchObject({ ok: false, status: 503 });
  },
);

test("a streamable call asks for one answer when awaited, for a stream when iterated", async () => {
  const server = await serve(({ body }, response) => {
    if (!JSON.parse(body).stream) return json(response, 200, { text: "whole" });
    return response.end(
      'data: {"delta":"a"}\n\ndata: {"delta":"b"}\n\ndata: [DONE]\n\ndata: {"delta":"c"}\n\n',
    );
  });
  const deck = createClient({ baseUrl: server.url });
  const params = { body: { prompt: "p" } };
  await expect(complete(deck, params)).resolves.toEqual({ text: "whole" });
  expect(await complete(deck, params).result()).toMatchObject({
    ok: true,
    data: { text: "whole" },
  });
  expect(await collect(complete(deck, params))).toEqual([{ delta: "a" }, { delta: "b" }]);
  expect(server.received.map(({ headers, body }) => [headers.accept, body])).toEqual([
    ["application/json", '{"prompt":"p"}'],
    ["application/json", '{"prompt":"p"}'],
    ["text/event-stream", '{"prompt":"p","stream":true}'],
  ]);
});
