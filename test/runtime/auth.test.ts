import { inspect } from "node:util";
import { expect, test } from "vitest";
import { jsonBody } from "../../templates/runtime/body.ts";
import { call, type Operation } from "../../templates/runtime/call.ts";
import { createClient, getAgent, listEvents, submitForm } from "./sample-sdk/index.ts";
import * as many from "./sample-sdk/many-schemes.ts";
import { getAccount, getMe } from "./sample-sdk/operations/account.ts";
import { json } from "./server.ts";
import { useServers } from "./with-server.ts";

const serve = useServers();
const ok = () => serve((_, response) => json(response, 200, {}));

test("a bearer token goes on every call that wants credentials, and on no other", async () => {
  const server = await ok();
  const deck = createClient({ baseUrl: server.url, auth: "sk_1" });
  await listEvents(deck);
  await submitForm(deck, { body: { grant_type: "x" } });
  expect(server.received.map(({ headers }) => headers.authorization)).toEqual([
    "Bearer sk_1",
    undefined,
  ]);
});

test("a function is asked for each request, and told when the server refused", async () => {
  const server = await serve(({ headers }, response) =>
    json(response, headers.authorization === "Bearer new" ? 200 : 401, {}),
  );
  const asked: boolean[] = [];
  const auth = async ({ refresh = false }: { refresh?: boolean }) => {
    asked.push(refresh);
    return refresh ? "new" : "old";
  };
  const deck = createClient({ baseUrl: server.url, auth });
  await expect(listEvents(deck)).resolves.toEqual({});
  expect(asked).toEqual([false, true]);
});

test("only the attempt after a 401 is told of it", async () => {
  const statuses = [401, 503, 503, 200];
  const server = await serve((_, response, count) => json(response, statuses[count - 1]!, {}));
  const asked: unknown[] = [];
  const auth = async ({ refresh = false }: { refresh?: boolean }) => {
    asked.push(refresh);
    return "token";
  };
  const deck = createClient({ baseUrl: server.url, auth, retry: { backoff: 1 } });
  await expect(listEvents(deck, {}, { retries: 3 })).resolves.toEqual({});
  expect(asked).toEqual([false, true, false, false]);
});

test("without a credential nothing is sent in its place", async () => {
  const server = await ok();
  const auth = (async () => undefined) as never;
  await listEvents(createClient({ baseUrl: server.url, auth }));
  await getAccount(many.createClient({ baseUrl: server.url, auth: { CookieKey: auth } }));
  const sent = server.received.map(({ headers }) => [headers.authorization, headers.cookie]);
  expect(sent).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ]);
});

test("a credential that does not come is a TimeoutError, and can be given up", async () => {
  const server = await ok();
  const auth = () => new Promise<string>(() => {});
  const deck = createClient({ baseUrl: server.url, auth, retry: { limit: 0 } });
  const late = listEvents(deck, {}, { timeout: 20 });
  await expect(late).rejects.toMatchObject({ name: "TimeoutError", operation: "listEvents" });
  const controller = new AbortController();
  const { signal } = controller;
  const given = listEvents(deck, {}, { signal });
  setTimeout(() => controller.abort(new Error("left")), 20);
  await expect(given).rejects.toBe(
    await new Promise((see) => {
      signal.addEventListener("abort", () => see(signal.reason));
    }),
  );
  expect(server.received).toHaveLength(0);
});

test("a 401 to a renewed or a fixed credential is final", async () => {
  const server = await serve((_, response) => json(response, 401, {}));
  const renewed = createClient({ baseUrl: server.url, auth: () => "x" });
  await expect(listEvents(renewed)).rejects.toMatchObject({ status: 401 });
  expect(server.received).toHaveLength(2);
  const fixed = createClient({ baseUrl: server.url, auth: "x" });
  await expect(listEvents(fixed)).rejects.toMatchObject({ status: 401 });
  expect(server.received).toHaveLength(3);
});

test("what a credential function throws is what the call rejects with", async () => {
  const server = await ok();
  const reason = new Error("not logged in");
  const auth = async () => {
    throw reason;
  };
  await expect(listEvents(createClient({ baseUrl: server.url, auth }))).rejects.toBe(reason);
  expect(server.received).toHaveLength(0);
});

test("of several alternatives the first with all its credentials is used", async () => {
  const server = await ok();
  const baseUrl = server.url;
  const Basic = { username: "ann", password: "pässword" };
  await getAccount(many.createClient({ baseUrl, auth: { Basic, HeaderKey: "h", QueryKey: "q" } }));
  await getAccount(many.createClient({ baseUrl, auth: { HeaderKey: "h", QueryKey: "q&" } }));
  await getAccount(many.createClient({ baseUrl, auth: { HeaderKey: "h", CookieKey: "c;" } }));
  await getAccount(many.createClient({ baseUrl, auth: { Bearer: "b" } }));
  await getMe(many.createClient({ baseUrl, auth: { Bearer: async () => "b", Basic } }));
  const sent = server.received.map(({ target, headers }) => [
    target,
    headers.authorization,
    headers["x-api-key"],
    headers.cookie,
  ]);
  const basic = `Basic ${Buffer.from("ann:pässword").toString("base64")}`;
  expect(sent).toEqual([
    ["/account", basic, undefined, undefined],
    ["/account?api_key=q%26", undefined, "h", undefined],
    ["/account", undefined, undefined, "sid=c%3B"],
    ["/account", undefined, undefined, undefined],
    ["/me", "Bearer b", undefined, undefined],
  ]);
});

test.each([301, 302, 307, 308])(
  "credentials stay at home when a %i leads elsewhere",
  async (status) => {
    const elsewhere = await ok();
    const home = await serve((_, response) =>
      response.writeHead(status, { location: `${elsewhere.url}/there` }).end(),
    );
    const deck = createClient({ baseUrl: home.url, auth: "sk_1" });
    await listEvents(deck);
    const auth = { HeaderKey: "secret", QueryKey: "secret" };
    await getAccount(many.createClient({ baseUrl: home.url, auth }));
    await getAccount(many.createClient({ baseUrl: home.url, auth: { CookieKey: "secret" } }));
    expect(elsewhere.received).toHaveLength(3);
    for (const { target, headers } of elsewhere.received) {
      expect([target, headers.authorization, headers["x-api-key"], headers.cookie]).toEqual([
        "/there",
        undefined,
        undefined,
        undefined,
      ]);
    }
  },
);

test("a redirect within the origin keeps the key", async () => {
  const server = await serve(({ target }, response) =>
    target === "/there"
      ? json(response, 200, {})
      : response.writeHead(302, { location: "/there" }).end(),
  );
  const auth = { HeaderKey: "h", QueryKey: "q" };
  await getAccount(many.createClient({ baseUrl: server.url, auth }));
  expect(server.received[1]).toMatchObject({ target: "/there", headers: { "x-api-key": "h" } });
});

test("redirects without end end", async () => {
  const server = await serve((_, response) =>
    response.writeHead(302, { location: "/again" }).end(),
  );
  const auth = { HeaderKey: "h", QueryKey: "q" };
  const result = await getAccount(many.createClient({ baseUrl: server.url, auth })).result();
  expect([result.status, server.received.length]).toEqual([302, 21]);
});

test.each(["a\r\nx: y", "a\0", "ключ", "\u2028"])(
  "the key %j is refused and not repeated",
  async (key) => {
    const server = await ok();
    const deck = createClient({ baseUrl: server.url, auth: key });
    const error = await listEvents(deck).catch((it: unknown) => it);
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).not.toContain(key);
    expect(server.received).toHaveLength(0);
  },
);

test.each([
  ["x-a", "b\r\nx-evil: 1"],
  ["x-a\r\nx-evil", "b"],
  ["x-a", "é\u0100"],
])("the header %j: %j is refused", async (name, value) => {
  const server = await ok();
  const deck = createClient({ baseUrl: server.url });
  await expect(listEvents(deck, {}, { headers: { [name]: value }, retries: 0 })).rejects.toThrow(
    /./,
  );
  expect(server.received).toHaveLength(0);
});

test("headers of the call win over the client's, in any case, and undefined takes one away", async () => {
  const server = await ok();
  const deck = createClient({
    baseUrl: server.url,
    headers: { "X-A": "1", "x-b": "2", Accept: "a/b" },
  });
  await listEvents(deck, {}, { headers: { "x-a": "3", "X-B": undefined } });
  const { headers } = server.received[0]!;
  expect([headers["x-a"], headers["x-b"], headers.accept]).toEqual(["3", undefined, "a/b"]);
});

test("a client, a call and an error show no secret when they are printed", async () => {
  const server = await serve((_, response) => json(response, 404, {}));
  const deck = createClient({
    baseUrl: server.url,
    auth: "sk_secret",
    headers: { "x-key": "sk_secret" },
  });
  const query = many.createClient({
    baseUrl: server.url,
    auth: { HeaderKey: "sk_secret", QueryKey: "sk_secret" },
  });
  const calls = [getAgent(deck, { agent_id: "a" }), getAccount(query)];
  const errors = await Promise.all(calls.map((call) => call.catch((it: unknown) => it)));
  for (const it of [deck, query, ...calls, ...errors]) {
    expect(inspect(it, { depth: 9, showHidden: true })).not.toContain("sk_secret");
    expect(JSON.stringify(it)).not.toContain("sk_secret");
  }
});

test("an error answer to the call that asks for a token is not the answer of the call that needs it", async () => {
  const server = await serve((_, response) => json(response, 503, {}));
  const tokens = createClient({ baseUrl: server.url, retry: { limit: 0 } });
  const auth = async () => (await getAgent(tokens, { agent_id: "token" })).id;
  const call = listEvents(createClient({ baseUrl: server.url, auth, retry: { backoff: 1 } }));
  const error = await call.result().catch((it: unknown) => it);
  expect(error).toMatchObject({ name: "ApiError", operation: "getAgent", status: 503 });
  expect(server.received).toHaveLength(1);
});

test.each(["127.0.0.1:1", "http://127.0.0.1:99999", "/relative"])(
  "no error about the URL of %s repeats a key in the query, nor does its cause",
  async (baseUrl) => {
    const auth = { HeaderKey: "h", QueryKey: "sk_'secret" };
    const client = many.createClient({ baseUrl, auth, retry: { limit: 0 } });
    const error = await getAccount(client).catch((it: unknown) => it);
    expect(error).toMatchObject({ name: "ConnectionError", cause: { name: "TypeError" } });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("secret");
  },
);

test("what an error of `fetch` says of the query is taken out, as Bun's `path` is", async () => {
  const fetch = async (url: string) => {
    throw Object.assign(new Error(`no ${url}`), { path: url, cause: new Error(url), code: 7 });
  };
  const auth = { HeaderKey: "h", QueryKey: "sk_secret" };
  const client = many.createClient({ baseUrl: "http://x.test", auth, fetch, retry: { limit: 0 } });
  const error = await getAccount(client).catch((it: unknown) => it);
  const path = "http://x.test/account?…";
  expect(error).toMatchObject({ cause: { message: `no ${path}`, path, code: 7 } });
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("sk_secret");
});

test("a redirect that makes a GET of a POST leaves nothing of the body behind", async () => {
  const server = await serve(({ target }, response) =>
    target === "/there"
      ? json(response, 200, {})
      : response.writeHead(303, { location: "/there" }).end(),
  );
  const client = many.createClient({ baseUrl: server.url, auth: { CookieKey: "c" } });
  const operation: Operation = { name: "op", method: "POST", path: "/", write: [jsonBody] };
  await call(client, { ...operation, security: [["CookieKey"]] }, { body: { a: 1 } });
  expect(server.received[1]).toMatchObject({
    method: "GET",
    body: "",
    headers: { cookie: "sid=c" },
  });
  expect(server.received[1]!.headers["content-type"]).toBeUndefined();
});
