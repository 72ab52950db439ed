/* Calling an API. */
import {
  type ApiError,
  createAgent,
  createClient,
  getFile,
  listByLink,
  listEvents,
  tailLog,
  uploadFiles,
  watch,
} from "../runtime/sample-sdk/index.ts";
import * as many from "../runtime/sample-sdk/many-schemes.ts";
import { getAccount } from "../runtime/sample-sdk/operations/account.ts";
import { type Checks, rejection, same } from "./check.ts";

/** What the server says that it received. */
interface Echo {
  readonly target: string;
  readonly headers: Record<string, string | undefined>;
  readonly body: string;
}

const quick = { backoff: 1 };

export const callChecks: Checks = {
  async "calls arrive as they were meant"({ home }) {
    const deck = createClient({ baseUrl: `${home}/echo`, auth: "sk_1" });
    const params = { type: ["a b", "c&d"], limit: 2, created_after: new Date(0) };
    const { target, headers } = (await listEvents(deck, params)) as unknown as Echo;
    same(
      target,
      "/echo/events?type=a%20b&type=c%26d&created_after=1970-01-01T00%3A00%3A00.000Z&limit=2",
    );
    same(headers["authorization"], "Bearer sk_1");
  },

  async "pages are followed"({ home }) {
    const ids: string[] = [];
    for await (const { id } of listEvents(createClient({ baseUrl: `${home}/pages` }))) ids.push(id);
    same(ids, ["1", "2", "3"]);
  },

  async "errors say what happened"({ home }) {
    const deck = createClient({ baseUrl: `${home}/missing` });
    const error = (await rejection(listEvents(deck))) as ApiError;
    same(
      [error.name, error.status, error.body, error.requestId],
      ["ApiError", 404, { code: "none" }, "req_1"],
    );
  },

  async "failed requests are repeated with one key"({ home }) {
    const deck = createClient({ baseUrl: `${home}/flaky/${Math.random()}`, retry: quick });
    const { keys } = (await createAgent(deck, { body: { name: "a" } })) as unknown as {
      keys: string[];
    };
    same([keys.length, keys[0] === keys[1], (keys[0] ?? "").length], [2, true, 36]);
  },

  async "a reset connection is a ConnectionError"({ home }) {
    const deck = createClient({ baseUrl: `${home}/reset`, retry: { limit: 0 } });
    same((await rejection(listEvents(deck))).name, "ConnectionError");
  },

  async "a body that is cut off is a ConnectionError"({ home }) {
    const deck = createClient({ baseUrl: `${home}/cut`, retry: { limit: 0 } });
    same((await rejection(listEvents(deck))).name, "ConnectionError");
  },

  async "silence is a TimeoutError"({ home }) {
    const deck = createClient({ baseUrl: `${home}/silence`, timeout: 50, retry: { limit: 0 } });
    same((await rejection(listEvents(deck))).name, "TimeoutError");
  },

  async "a timeout beside a signal holds too"({ home }) {
    const deck = createClient({ baseUrl: `${home}/silence`, retry: { limit: 0 } });
    const { signal } = new AbortController();
    same((await rejection(listEvents(deck, {}, { signal, timeout: 50 }))).name, "TimeoutError");
  },

  async "an abort rejects with its reason"({ home }) {
    const deck = createClient({ baseUrl: `${home}/silence` });
    const controller = new AbortController();
    const reason = new Error("enough");
    setTimeout(() => controller.abort(reason), 20);
    same(await rejection(listEvents(deck, {}, { signal: controller.signal })), reason);
    const error = await rejection(listEvents(deck, {}, { signal: controller.signal }));
    if (error !== reason) throw error;
  },

  async "headers that break out are refused"({ home }) {
    const deck = createClient({ baseUrl: `${home}/echo`, headers: { "x-a": "b\r\nx-evil: 1" } });
    same((await rejection(listEvents(deck))).name, "TypeError");
  },

  async "multipart arrives"({ home }) {
    const deck = createClient({ baseUrl: `${home}/echo` });
    const avatar = { data: new Blob(["png"]), filename: "a.png" };
    const echo = (await uploadFiles(deck, { body: { avatar, tags: ["x"] } })) as unknown as Echo;
    same(/filename="a\.png"\r\ncontent-type: image\/png\r\n\r\npng\r\n/.test(echo.body), true);
  },

  async "bytes are a Blob"({ home }) {
    const blob = await getFile(createClient({ baseUrl: `${home}/echo` }), { file_id: "a/b" });
    same((JSON.parse(await blob.text()) as Echo).target, "/echo/files/a%2Fb");
  },

  async "server-sent events go on where they broke off"({ home }) {
    const data: string[] = [];
    for await (const event of watch(createClient({ baseUrl: `${home}/stream` })))
      data.push(event.data);
    same(data, ["1", "2", "3"]);
  },

  async "JSON lines arrive one by one, and a break ends them"({ home }) {
    const seen: number[] = [];
    for await (const { n } of tailLog(createClient({ baseUrl: `${home}/stream` }))) {
      seen.push(n);
      if (n === 2) break;
    }
    same(seen, [1, 2]);
  },

  async "a bearer token does not follow a redirect to another origin"({ home, elsewhere }) {
    const deck = createClient({
      baseUrl: `${home}/away/${encodeURIComponent(elsewhere)}`,
      auth: "sk_1",
    });
    const { target, headers } = (await listEvents(deck)) as unknown as Echo;
    same([target, headers["authorization"] ?? null], ["/echo/there", null]);
  },

  async "a key in a header does not follow a redirect to another origin"({ home, elsewhere }) {
    const baseUrl = `${home}/away/${encodeURIComponent(elsewhere)}`;
    const auth = { HeaderKey: "secret", QueryKey: "secret" };
    const call = getAccount(many.createClient({ baseUrl, auth, retry: { limit: 0 } }));
    // A browser does not say where a redirect leads, so there it is not followed at all.
    if ("document" in globalThis) return same((await rejection(call)).name, "ConnectionError");
    const { target, headers } = (await call) as Echo;
    return same([target, headers["x-api-key"] ?? null], ["/echo/there", null]);
  },

  async "a next link to another origin gets no credentials"({ home, elsewhere }) {
    const deck = createClient({
      baseUrl: `${home}/link/${encodeURIComponent(elsewhere)}`,
      auth: "sk_1",
    });
    const seen: unknown[] = [];
    for await (const item of listByLink(deck)) seen.push(item);
    same(seen, ["with sk_1", "without"]);
  },

  async "a hundred calls at once share a client"({ home }) {
    const deck = createClient({ baseUrl: `${home}/echo` });
    const calls = Array.from({ length: 100 }, (_, limit) => listEvents(deck, { limit }));
    const targets = (await Promise.all(calls)).map((it) => (it as unknown as Echo).target);
    same(targets[99], "/echo/events?limit=99");
  },
};
