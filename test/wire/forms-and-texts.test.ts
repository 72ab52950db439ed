import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadSdk } from "./generated-sdk.ts";

/** What is written otherwise than the table of styles says: whole queries, texts, cookies, forms. */
const responses = { 204: { description: "Done." } };
const list = { type: "array", items: { type: "string" } };
const parameters = {
  textQuery: { name: "q", in: "query", content: { "text/plain": { schema: { type: "string" } } } },
  jsonQuery: { name: "q", in: "query", content: { "application/json": { schema: list } } },
  jsonPath: {
    name: "q",
    in: "querystring",
    content: { "application/jsonpath": { schema: { type: "string" } } },
  },
  cookie: { name: "q", in: "cookie", style: "cookie", schema: { type: "string" } },
  cookies: { name: "q", in: "cookie", style: "cookie", schema: list },
};
const upload = {
  "multipart/form-data": {
    schema: { type: "object", properties: { scan: {}, pedigree: { type: "object" } } },
    encoding: {
      scan: { contentType: "image/png" },
      pedigree: { contentType: "application/xml" },
    },
  },
};
const document = {
  openapi: "3.2.0",
  info: { title: "Parameters", version: "1" },
  paths: {
    ...Object.fromEntries(
      Object.entries(parameters).map(([operationId, parameter]) => [
        `/${operationId}`,
        { get: { operationId, parameters: [parameter], responses } },
      ]),
    ),
    "/upload": { post: { operationId: "upload", requestBody: { content: upload }, responses } },
  },
};

const field = (name: string, collectionFormat: string): unknown => {
  return { name, in: "formData", ...list, collectionFormat };
};
const swagger = {
  swagger: "2.0",
  info: { title: "Forms", version: "1" },
  paths: Object.fromEntries(
    ["multipart/form-data", "application/x-www-form-urlencoded"].map((type) => [
      `/${type}`,
      {
        post: {
          operationId: type.startsWith("multipart") ? "multipart" : "form",
          consumes: [type],
          parameters: [
            field("csv", "csv"),
            field("ssv", "ssv"),
            field("tsv", "tsv"),
            field("pipes", "pipes"),
            field("multi", "multi"),
          ],
          responses,
        },
      },
    ]),
  ),
};

const arrived = { url: "", cookie: "", body: "" };
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    arrived.url = request.url ?? "";
    arrived.cookie = request.headers.cookie ?? "";
    arrived.body = Buffer.concat(chunks).toString();
    response.writeHead(204).end();
  });
});

let sdks: readonly Readonly<Record<string, unknown>>[];
beforeAll(async () => {
  sdks = await Promise.all([document, swagger].map(loadSdk));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

async function send(name: string, params: object): Promise<typeof arrived> {
  const sdk = sdks.find((one) => name in one);
  const createClient = sdk?.["createClient"] as (options: object) => unknown;
  const operation = sdk?.[name] as (client: unknown, params: object) => Promise<unknown>;
  const { port } = server.address() as AddressInfo;
  await operation(createClient({ baseUrl: `http://127.0.0.1:${port}` }), params);
  return arrived;
}

describe("parameters", () => {
  test("of plain text are sent as they are, those of JSON as JSON", async () => {
    expect((await send("textQuery", { q: "a b" })).url).toBe("/textQuery?q=a%20b");
    expect((await send("jsonQuery", { q: ["a"] })).url).toBe("/jsonQuery?q=%5B%22a%22%5D");
  });

  test("that are a whole query string may be a text", async () => {
    expect((await send("jsonPath", { q: "$.a[1]" })).url).toBe("/jsonPath?%24.a%5B1%5D");
  });

  test("of style `cookie` keep all characters that a cookie can hold", async () => {
    expect((await send("cookie", { q: "a/b=c,d;e f" })).cookie).toBe("q=a/b=c%2Cd%3Be%20f");
    expect((await send("cookies", { q: ["a:b", "c"] })).cookie).toBe("q=a:b; q=c");
  });
});

test("parts travel as the document says, a file under its name", async () => {
  const scan = { data: new Uint8Array([65]), filename: "front.png" };
  const { body } = await send("upload", { body: { scan, pedigree: "<pedigree/>" } });
  expect(body.split(/--form-[\w-]+(?:--)?\r\n/).filter(Boolean)).toEqual([
    'content-disposition: form-data; name="scan"; filename="front.png"\r\ncontent-type: image/png\r\n\r\nA\r\n',
    'content-disposition: form-data; name="pedigree"\r\ncontent-type: application/xml\r\n\r\n<pedigree/>\r\n',
  ]);
});

describe("lists in the forms of Swagger 2.0", () => {
  const two = ["a", "b"];
  const body = { csv: two, ssv: two, tsv: two, pipes: two, multi: two };

  test("are put together in urlencoded fields", async () => {
    expect((await send("form", { body })).body).toBe(
      "csv=a,b&ssv=a%20b&tsv=a%09b&pipes=a%7Cb&multi=a&multi=b",
    );
  });

  test("are put together in parts", async () => {
    const parts = (await send("multipart", { body })).body.split(/--form-[\w-]+(?:--)?\r\n/);
    expect(parts.filter(Boolean).map((part) => part.split("\r\n\r\n")[1]?.trimEnd())).toEqual([
      "a,b",
      "a b",
      "a\tb",
      "a|b",
      "a",
      "b",
    ]);
  });
});
