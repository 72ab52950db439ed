import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { rawBody } from "../../templates/runtime/body.ts";
import { call, type Operation } from "../../templates/runtime/call.ts";
import { makeClient } from "../../templates/runtime/client.ts";
import { jsonLinesBody } from "../../templates/runtime/json-lines-body.ts";
import { multipartBody } from "../../templates/runtime/multipart.ts";
import {
  createAgent,
  createClient,
  saveNote,
  submitForm,
  uploadFiles,
} from "./sample-sdk/index.ts";
import { json, type Received } from "./server.ts";
import { useServers } from "./with-server.ts";

const serve = useServers();

async function start() {
  const server = await serve((_, response) => json(response, 200, {}));
  return { server, deck: createClient({ baseUrl: server.url, auth: "sk" }) };
}

/** The form as an independent parser reads it. */
function formOf({ headers, bytes }: Received): Promise<FormData> {
  return new Response(new Uint8Array(bytes), {
    headers: { "content-type": headers["content-type"]! },
  }).formData();
}

test("JSON", async () => {
  const { server, deck } = await start();
  await createAgent(deck, { body: { name: "é", description: null } });
  expect(server.received[0]).toMatchObject({
    method: "POST",
    body: '{"name":"é","description":null}',
    headers: { "content-type": "application/json" },
  });
});

test("a body that is not given is not sent", async () => {
  const { server, deck } = await start();
  await createAgent(deck, {} as never);
  expect(server.received[0]).toMatchObject({ body: "", headers: { "content-length": "0" } });
  expect(server.received[0]?.headers["content-type"]).toBeUndefined();
});

test("urlencoded: lists repeat, objects are JSON unless the document gives a style", async () => {
  const { server, deck } = await start();
  await submitForm(deck, {
    body: { grant_type: "a b&c", scope: ["x", "y"], extra: { p: { q: 1 } } },
  });
  expect(server.received[0]).toMatchObject({
    body: "grant_type=a+b%26c&scope=x&scope=y&extra%5Bp%5D%5Bq%5D=1",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  expect(server.received[0]?.headers.authorization).toBeUndefined();
});

test("multipart: files with names and types, text, JSON", async () => {
  const { server, deck } = await start();
  await uploadFiles(deck, {
    body: {
      avatar: new Uint8Array([0, 255, 13, 10]),
      attachments: [
        new File(["a"], 'a"b\r\n.txt', { type: "text/plain" }),
        { data: new Blob(["b"]), filename: "b.bin", contentType: "application/x-b" },
        new Blob(["c"]),
      ],
      tags: ["x", "y"],
      meta: { origin: "é" },
    },
  });
  const form = await formOf(server.received[0]!);
  const avatar = form.get("avatar") as File;
  expect([avatar.name, avatar.type]).toEqual(["avatar", "image/png"]);
  expect(new Uint8Array(await avatar.arrayBuffer())).toEqual(new Uint8Array([0, 255, 13, 10]));
  const files = form.getAll("attachments") as File[];
  expect(files.map(({ name, type }) => [name, type])).toEqual([
    ['a"b\r\n.txt', "text/plain"],
    ["b.bin", "application/x-b"],
    ["attachments", "application/octet-stream"],
  ]);
  expect(form.getAll("tags")).toEqual(["x", "y"]);
  expect(form.get("meta")).toBe('{"origin":"é"}');
  expect(server.received[0]?.body).toContain("content-type: application/json");
  expect(server.received[0]?.headers["content-length"]).toBeDefined();
});

test("multipart: the parts of a list have places instead of names", async () => {
  const server = await serve((_, response) => json(response, 200, {}));
  const operation: Operation = {
    name: "op",
    method: "POST",
    path: "/",
    contentType: "multipart/mixed",
    parts: { "0": { contentType: "application/ld+json" }, "*": { contentType: "image/png" } },
    write: [multipartBody],
  };
  const body = [{ a: 1 }, new Blob(["b"]), { data: new Blob(["c"]), filename: "c.png" }];
  const client = makeClient({}, { baseUrl: server.url });
  await call(client, operation, { body });
  await call(client, { ...operation, parts: {} }, { body: ["text", ["x", "y"]] });
  const [first, second] = server.received.map((request) =>
    request.body.replace(/form-[\da-f-]{36}/g, "B").replaceAll("\r\n", "\n"),
  );
  expect(server.received[0]?.headers["content-type"]).toMatch(/^multipart\/mixed; boundary=form-/);
  expect(first).toBe(
    [
      '--B\ncontent-type: application/ld+json\n\n{"a":1}\n--B\ncontent-type: image/png\n\nb',
      '--B\ncontent-disposition: attachment; filename="c.png"\ncontent-type: image/png\n\nc\n--B--\n',
    ].join("\n"),
  );
  expect(second).toBe(
    '--B\ncontent-type: text/plain\n\ntext\n--B\ncontent-type: text/plain\n\n["x","y"]\n--B--\n',
  );
});

test("JSON lines: each begins with a record separator where the media type has them", async () => {
  const server = await serve((_, response) => json(response, 200, {}));
  const client = makeClient({}, { baseUrl: server.url });
  const operation: Operation = { name: "op", method: "POST", path: "/", write: [jsonLinesBody] };
  const body = new Set([{ a: 1 }, "b"]);
  await call(client, operation, { body });
  await call(client, { ...operation, contentType: "application/json-seq" }, { body });
  await call(client, operation, {});
  expect(server.received.map((request) => request.body)).toEqual([
    '{"a":1}\n"b"\n',
    '\x1e{"a":1}\n\x1e"b"\n',
    "",
  ]);
});

test("multipart with a stream is sent while it is read", async () => {
  const server = await serve((_, response) => json(response, 200, {}));
  const operation: Operation = { name: "op", method: "POST", path: "/", write: [multipartBody] };
  const stream = new Blob(["0123456789"]).stream();
  const body = { before: 1, file: { data: stream, filename: "s.txt" }, after: 2 };
  await call(makeClient({}, { baseUrl: server.url }), operation, { body });
  const form = await formOf(server.received[0]!);
  expect(await (form.get("file") as File).text()).toBe("0123456789");
  expect([form.get("before"), form.get("after")]).toEqual(["1", "2"]);
  expect(server.received[0]?.headers["transfer-encoding"]).toBe("chunked");
});

test("a multipart body that is given up gives up the stream in it", async () => {
  const reasons: unknown[] = [];
  let reached = (): void => {};
  const read = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const stalled = new ReadableStream<Uint8Array>(
    {
      async pull() {
        reached();
        await new Promise(() => {});
      },
      cancel: (it) => void reasons.push(it),
    },
    { highWaterMark: 0 },
  );
  const fetch = async (_: string, { body }: RequestInit) => {
    const reader = (body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    const pending = reader.read();
    await read;
    await reader.cancel("gone");
    await pending;
    return Response.json({});
  };
  const operation: Operation = { name: "op", method: "POST", path: "/", write: [multipartBody] };
  await call(makeClient({ fetch }, { baseUrl: "http://x.test" }), operation, {
    body: { file: stalled },
  });
  expect(reasons).toEqual(["gone"]);
});

test("multipart takes any view of bytes as a file, also another realm's", async () => {
  const { server, deck } = await start();
  const avatar = runInNewContext("new Uint8Array([104, 105])") as Uint8Array<ArrayBuffer>;
  await uploadFiles(deck, { body: { avatar } });
  const form = await formOf(server.received[0]!);
  expect(await (form.get("avatar") as File).text()).toBe("hi");
});

test("a multipart name or type cannot break out of its header", async () => {
  const { server, deck } = await start();
  const contentType = "a/b\r\nx-evil: 1";
  await uploadFiles(deck, { body: { avatar: { data: new Blob(["x"]), contentType } } });
  expect(server.received[0]?.body).not.toMatch(/^x-evil/m);
});

test("several request types: the first is the default, contentType picks another", async () => {
  const { server, deck } = await start();
  await saveNote(deck, { body: { text: "a" } });
  await saveNote(deck, { body: "plain é", contentType: "text/plain" });
  await saveNote(deck, { body: new Blob(["x"]), contentType: "application/octet-stream" });
  expect(server.received.map(({ headers, body }) => [headers["content-type"], body])).toEqual([
    ["application/json", '{"text":"a"}'],
    ["text/plain", "plain é"],
    ["application/octet-stream", "x"],
  ]);
  const other = saveNote(deck, { body: "x", contentType: "text/html" } as never);
  await expect(other).rejects.toThrow(/takes no body of text\/html/);
});

test.each([
  ["a stream", () => new Blob(["bytes"]).stream()],
  ["an ArrayBuffer", () => new TextEncoder().encode("bytes").buffer],
  ["a Uint8Array", () => new TextEncoder().encode("bytes")],
  ["a Blob", () => new Blob(["bytes"])],
])("%s is sent as it is", async (_, make) => {
  const server = await serve((_, response) => json(response, 200, {}));
  const operation: Operation = {
    name: "op",
    method: "PUT",
    path: "/",
    write: [rawBody],
    contentType: "image/*",
  };
  await call(makeClient({}, { baseUrl: server.url }), operation, { body: make() });
  expect(server.received[0]).toMatchObject({
    body: "bytes",
    headers: { "content-type": "application/octet-stream" },
  });
});
