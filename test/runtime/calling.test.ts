import { inspect } from "node:util";
import { expect, test } from "vitest";
import {
  ApiError,
  ConnectionError,
  createClient,
  getAgent,
  getFile,
  getReport,
  isErrorOf,
  listEvents,
} from "./sample-sdk/index.ts";
import { json } from "./server.ts";
import { useServers } from "./with-server.ts";

const serve = useServers();
const page = { data: [{ id: "evt_1", type: "task.created" }], has_more: false };

test("awaiting a call gives the decoded body", async () => {
  const server = await serve((_, response) => json(response, 200, page));
  const deck = createClient({ baseUrl: server.url, auth: "sk_test" });
  await expect(listEvents(deck, { limit: 1 })).resolves.toEqual(page);
  expect(server.received[0]).toMatchObject({
    method: "GET",
    target: "/events?limit=1",
    headers: { accept: "application/json", authorization: "Bearer sk_test" },
  });
});

test("a call is a promise that is sent at once, and once", async () => {
  const server = await serve((_, response) => json(response, 200, page));
  const deck = createClient({ baseUrl: server.url });
  const call = listEvents(deck);
  const promise: Promise<unknown> = call;
  expect(Object.prototype.toString.call(promise)).toBe("[object listEvents]");
  const [first, second] = await Promise.all([call, call.then((it) => it.data?.length)]);
  expect([first, second]).toEqual([page, 1]);
  await call.finally(() => {});
  expect(server.received).toHaveLength(1);
});

test("result() tells success and documented failures apart by status", async () => {
  const server = await serve((_, response, count) =>
    count === 1 ? json(response, 200, page) : response.writeHead(401).end(),
  );
  const deck = createClient({ baseUrl: server.url });
  const good = await listEvents(deck).result();
  expect(good).toMatchObject({ ok: true, status: 200, data: page });
  const bad = await listEvents(deck).result();
  expect(bad).toMatchObject({ ok: false, status: 401, error: undefined });
  expect(bad.response.status).toBe(401);
});

test("an error answer rejects with an ApiError that says what was asked and answered", async () => {
  const body = { errors: [{ code: "task_not_found" }], request_id: "req_1" };
  const server = await serve((_, response) =>
    json(response, 404, body, { "x-request-id": "req_1", "set-cookie": "sid=secret" }),
  );
  const deck = createClient({ baseUrl: server.url, auth: "sk_secret" });
  const error = await getAgent(deck, { agent_id: "agt_1" }).catch((it: unknown) => it);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({
    name: "ApiError",
    message: `GET ${server.url}/agents/agt_1 answered 404`,
    status: 404,
    body,
    operation: "getAgent",
    method: "GET",
    url: `${server.url}/agents/agt_1`,
    requestId: "req_1",
  });
  expect((error as ApiError).headers.get("content-type")).toBe("application/json");
  expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/secret/);
});

test("isErrorOf knows the errors of a call from those of others", async () => {
  const server = await serve((_, response) => json(response, 404, { errors: [], request_id: "r" }));
  const deck = createClient({ baseUrl: server.url });
  const call = getAgent(deck, { agent_id: "agt_1" });
  const error: unknown = await call.catch((it: unknown) => it);
  expect(isErrorOf(call, error)).toBe(true);
  const other = getFile(deck, { file_id: "1" });
  expect(isErrorOf(other, error)).toBe(false);
  await other.catch(() => {});
});

test("withResponse() gives the answer beside the data, and rejects as await does", async () => {
  const server = await serve((_, response, count) =>
    json(response, count === 1 ? 200 : 400, page, { "x-total": "7" }),
  );
  const deck = createClient({ baseUrl: server.url });
  const { data, response } = await listEvents(deck).withResponse();
  expect(data).toEqual(page);
  expect(response.headers.get("x-total")).toBe("7");
  await expect(listEvents(deck).withResponse()).rejects.toBeInstanceOf(ApiError);
});

test("asResponse() gives an answer of any status with its body unread", async () => {
  const server = await serve((_, response, count) =>
    response.writeHead(count === 1 ? 200 : 418).end("raw"),
  );
  const deck = createClient({ baseUrl: server.url });
  const good = await getFile(deck, { file_id: "1" }).asResponse();
  expect(await good.text()).toBe("raw");
  const bad = await getFile(deck, { file_id: "1" }).asResponse();
  expect([bad.status, await bad.text()]).toEqual([418, "raw"]);
});

test.each([
  ["text/plain", JSON.stringify(page), page],
  ["text/json", JSON.stringify(page), page],
  ["application/octet-stream", `\uFEFF${JSON.stringify(page)}`, page],
  ["application/json", "", undefined],
])("a JSON operation reads %s, %j as JSON", async (type, text, expected) => {
  const server = await serve((_, response) =>
    response.writeHead(200, { "content-type": type }).end(text),
  );
  const deck = createClient({ baseUrl: server.url });
  await expect(listEvents(deck)).resolves.toEqual(expected);
});

test("204 gives undefined", async () => {
  const server = await serve((_, response) => response.writeHead(204).end());
  await expect(listEvents(createClient({ baseUrl: server.url }))).resolves.toBeUndefined();
});

test("a success that is not JSON is an ApiError with the text and a cause", async () => {
  const server = await serve((_, response) => response.end('{"data": [{"id": "ev'));
  const error = await listEvents(createClient({ baseUrl: server.url })).catch((it: unknown) => it);
  expect(error).toMatchObject({ name: "ApiError", status: 200, body: '{"data": [{"id": "ev' });
  expect((error as Error).cause).toBeInstanceOf(SyntaxError);
});

test("an error that is not JSON is a failure with its text", async () => {
  const server = await serve((_, response) =>
    response.writeHead(418, { "content-type": "text/html" }).end("<html>bad gateway</html>"),
  );
  const result = await listEvents(createClient({ baseUrl: server.url })).result();
  expect(result).toMatchObject({ ok: false, status: 418, error: "<html>bad gateway</html>" });
});

test("a body shorter than its content-length is a ConnectionError", async () => {
  const server = await serve((_, response) => {
    response.writeHead(200, { "content-length": "100" });
    response.write('{"data"');
    setImmediate(() => response.destroy());
  });
  const deck = createClient({ baseUrl: server.url, retry: { limit: 0 } });
  await expect(listEvents(deck)).rejects.toBeInstanceOf(ConnectionError);
  await expect(listEvents(deck).result()).rejects.toBeInstanceOf(ConnectionError);
});

test("a body that is not compressed as it claims is a ConnectionError", async () => {
  const server = await serve((_, response) =>
    response.writeHead(200, { "content-encoding": "gzip" }).end("not gzip"),
  );
  const deck = createClient({ baseUrl: server.url, retry: { limit: 0 } });
  await expect(listEvents(deck)).rejects.toBeInstanceOf(ConnectionError);
});

test("a refused connection is a ConnectionError with fetch's own error as cause", async () => {
  const server = await serve(() => {});
  await server.close();
  const deck = createClient({ baseUrl: server.url, retry: { limit: 0 } });
  const error = await listEvents(deck).catch((it: unknown) => it);
  expect(error).toMatchObject({ name: "ConnectionError", operation: "listEvents" });
  expect((error as Error).cause).toBeInstanceOf(TypeError);
});

test("several answer types are decoded by content type, others as the first", async () => {
  const server = await serve((_, response, count) => {
    if (count === 1) json(response, 200, [{ id: "f", size: 1 }]);
    else response.writeHead(200, { "content-type": "text/csv; charset=utf-8" }).end("id,size");
  });
  const deck = createClient({ baseUrl: server.url });
  await expect(getReport(deck)).resolves.toEqual([{ id: "f", size: 1 }]);
  await expect(getReport(deck)).resolves.toBe("id,size");
});

test("an answer of bytes is a Blob", async () => {
  const server = await serve((_, response) => {
    response.writeHead(200, { "content-type": "image/png" }).end(Buffer.from([1, 2, 3]));
  });
  const blob = await getFile(createClient({ baseUrl: server.url }), { file_id: "a b" });
  expect([blob.type, blob.size]).toEqual(["image/png", 3]);
  expect(server.received[0]?.target).toBe("/files/a%20b");
});

test("a failing call whose outcome was asked for leaves no unhandled rejection", async () => {
  const rejections: unknown[] = [];
  const note = (reason: unknown) => rejections.push(reason);
  process.on("unhandledRejection", note);
  const server = await serve((_, response) => json(response, 400, {}));
  const deck = createClient({ baseUrl: server.url });
  await listEvents(deck).result();
  await listEvents(deck).asResponse();
  await listEvents(deck)
    .withResponse()
    .catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off("unhandledRejection", note);
  expect(rejections).toEqual([]);
});
