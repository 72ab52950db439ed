import { beforeAll, expect, test } from "vitest";
import { loadSdk } from "./generated-sdk.ts";

const get = (operationId: string, more: object = {}): unknown => ({
  get: { operationId, responses: { 204: { description: "Done." } }, ...more },
});

/** Schemes that nothing requires; one operation that wants none. */
const document = {
  openapi: "3.1.1",
  info: { title: "Credentials", version: "1" },
  servers: [{ url: "https://api.example.com" }],
  paths: { "/pets": get("getPets"), "/open": get("getOpen", { security: [] }) },
  components: {
    securitySchemes: {
      key: { type: "apiKey", in: "header", name: "X-Key" },
      login: { type: "http", scheme: "basic" },
    },
  },
};

let sdk: Readonly<Record<string, unknown>>;
beforeAll(async () => {
  sdk = await loadSdk(document);
});

async function sentBy(name: string, auth: object): Promise<object> {
  let sent = new Headers();
  const fetch = async (...request: ConstructorParameters<typeof Request>): Promise<Response> => {
    sent = new Request(...request).headers;
    return new Response(null, { status: 204 });
  };
  const createClient = sdk["createClient"] as (options: object) => unknown;
  await (sdk[name] as (client: unknown) => Promise<unknown>)(createClient({ auth, fetch }));
  return { key: sent.get("x-key"), login: sent.get("authorization") };
}

const login = { username: "ada", password: "lovelace" };

test.each([
  ["getPets", { key: "abc", login }, { key: "abc", login: "Basic YWRhOmxvdmVsYWNl" }],
  ["getPets", { login }, { key: null, login: "Basic YWRhOmxvdmVsYWNl" }],
  ["getPets", { key: "abc" }, { key: "abc", login: null }],
  ["getPets", {}, { key: null, login: null }],
  ["getOpen", { key: "abc", login }, { key: null, login: null }],
])("where no operation says what it needs, %s with %j sends %j", async (name, auth, sent) => {
  expect(await sentBy(name, auth)).toEqual(sent);
});
