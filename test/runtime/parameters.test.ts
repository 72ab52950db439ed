import { expect, test } from "vitest";
import { call, type Operation } from "../../templates/runtime/call.ts";
import { makeClient } from "../../templates/runtime/client.ts";
import { fillPath, labelPath, matrixPath } from "../../templates/runtime/path.ts";
import {
  commaSeparated,
  deepObject,
  jsonContent,
  pipeSeparated,
  repeated,
  spaceSeparated,
  tabSeparated,
  writeQuery,
} from "../../templates/runtime/query-styles.ts";
import { urlencoded } from "../../templates/runtime/urlencoded.ts";
import { writeCookies, writeHeaders, writeQuerystring } from "../../templates/runtime/write.ts";
import { json } from "./server.ts";
import { useServers } from "./with-server.ts";

const serve = useServers();

// The values of OpenAPI's "Style Examples".
const values = {
  empty: "",
  string: "blue",
  array: ["blue", "black", "brown"],
  object: { R: 100, G: 200, B: 150 },
};

/** Sends the call to a server and gives what arrived there. */
async function send(operation: Partial<Operation>, params: object) {
  const server = await serve((_, response) => json(response, 200, null));
  const client = makeClient({}, { baseUrl: server.url });
  await call(client, { name: "op", method: "GET", path: "/", ...operation }, params);
  return server.received[0]!;
}

test.each([
  [
    "form, exploded",
    repeated,
    "color=",
    "color=blue",
    "color=blue&color=black&color=brown",
    "R=100&G=200&B=150",
  ],
  [
    "form",
    commaSeparated,
    "color=",
    "color=blue",
    "color=blue,black,brown",
    "color=R,100,G,200,B,150",
  ],
  [
    "spaceDelimited",
    spaceSeparated,
    "color=",
    "color=blue",
    "color=blue%20black%20brown",
    "color=R%20100%20G%20200%20B%20150",
  ],
  [
    "pipeDelimited",
    pipeSeparated,
    "color=",
    "color=blue",
    "color=blue%7Cblack%7Cbrown",
    "color=R%7C100%7CG%7C200%7CB%7C150",
  ],
  [
    "tsv",
    tabSeparated,
    "color=",
    "color=blue",
    "color=blue%09black%09brown",
    "color=R%09100%09G%09200%09B%09150",
  ],
  [
    "deepObject",
    deepObject,
    "color=",
    "color=blue",
    "color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown",
    "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
  ],
  [
    "content: application/json",
    jsonContent,
    "color=%22%22",
    "color=%22blue%22",
    "color=%5B%22blue%22%2C%22black%22%2C%22brown%22%5D",
    "color=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D",
  ],
])("a query parameter of style %s", async (_, style, ...expected) => {
  const operation = { write: [writeQuery], styledQuery: [{ name: "color", style }] };
  const sent = [];
  for (const color of Object.values(values)) sent.push((await send(operation, { color })).target);
  expect(sent).toEqual(expected.map((query) => `/?${query}`));
});

test("a plain query parameter is form, exploded", async () => {
  const operation = { query: ["color"] };
  expect((await send(operation, { color: "" })).target).toBe("/?color=");
  expect((await send(operation, { color: values.array })).target).toBe(
    "/?color=blue&color=black&color=brown",
  );
  expect((await send(operation, { color: [] })).target).toBe("/");
});

test("dates are ISO 8601, absent values are left out, reserved characters are encoded", async () => {
  const operation = { query: ["after", "none", "nil", "text", "flag", "n"] };
  const after = new Date(0);
  const params = { after, none: undefined, nil: null, text: "a&b=c d+é/?#", flag: false, n: 0 };
  const { target } = await send(operation, params);
  expect(target).toBe(
    "/?after=1970-01-01T00%3A00%3A00.000Z&text=a%26b%3Dc%20d%2B%C3%A9%2F%3F%23&flag=false&n=0",
  );
  expect(Object.fromEntries(new URL(target, "http://x").searchParams)).toEqual({
    after: after.toISOString(),
    text: params.text,
    flag: "false",
    n: "0",
  });
});

test("names of parameters find nothing inherited", async () => {
  const operation = { query: ["constructor", "toString", "__proto__"] };
  expect((await send(operation, {})).target).toBe("/");
});

test("deepObject goes deeper, and skips what is absent", async () => {
  const operation = { write: [writeQuery], styledQuery: [{ name: "f", style: deepObject }] };
  const { target } = await send(operation, {
    f: { a: { b: [1, { c: 2 }] }, c: null, "d&e": "x y" },
  });
  expect(decodeURIComponent(target)).toBe("/?f[a][b][0]=1&f[a][b][1][c]=2&f[d&e]=x y");
  expect(target).toContain("f%5Ba%5D%5Bb%5D%5B0%5D=1&");
});

test("allowReserved keeps reserved characters but none that would end the value", async () => {
  const styledQuery = [{ name: "q", style: repeated, allowReserved: true }];
  const { target } = await send(
    { write: [writeQuery], styledQuery },
    { q: "a/b?c=d:e,f&g#h+i[j]%20k%zz 😀" },
  );
  expect(target).toBe("/?q=a/b?c=d:e,f%26g%23h%2Bi%5Bj%5D%20k%25zz%20%F0%9F%98%80");
});

test.each([
  ["simple", undefined, false, "blue", "blue,black,brown", "R,100,G,200,B,150"],
  ["simple, exploded", undefined, true, "blue", "blue,black,brown", "R=100,G=200,B=150"],
  ["label", labelPath, false, ".blue", ".blue,black,brown", ".R,100,G,200,B,150"],
  ["label, exploded", labelPath, true, ".blue", ".blue.black.brown", ".R=100.G=200.B=150"],
  [
    "matrix",
    matrixPath,
    false,
    ";color=blue",
    ";color=blue,black,brown",
    ";color=R,100,G,200,B,150",
  ],
  [
    "matrix, exploded",
    matrixPath,
    true,
    ";color=blue",
    ";color=blue;color=black;color=brown",
    ";R=100;G=200;B=150",
  ],
])("a path parameter of style %s", async (_, style, explode, ...expected) => {
  const parameter = { name: "color", explode, ...(style && { style }) };
  const operation = { path: "/x/{color}/y", write: [fillPath], pathParameters: [parameter] };
  const sent = [];
  for (const color of [values.string, values.array, values.object]) {
    sent.push((await send(operation, { color })).target);
  }
  expect(sent).toEqual(expected.map((segment) => `/x/${String(segment)}/y`));
});

test("an empty matrix parameter is its name", async () => {
  const pathParameters = [{ name: "color", style: matrixPath }];
  const { target } = await send(
    { path: "/{color}", write: [fillPath], pathParameters },
    { color: "" },
  );
  expect(target).toBe("/;color");
});

test("path segments are encoded", async () => {
  const { target } = await send(
    { path: "/f/{a}.{b}", write: [fillPath] },
    { a: "x/../y?z#", b: "é %2f" },
  );
  expect(target).toBe("/f/x%2F..%2Fy%3Fz%23.%C3%A9%20%252f");
});

test.each([".", "..", "%2e", "%2E%2e", ".%2e", "%252e%252E", "", null, undefined])(
  "a path segment %j is refused",
  async (id) => {
    const client = makeClient({}, { baseUrl: "http://127.0.0.1:1" });
    const operation = { name: "op", method: "GET", path: "/f/{id}", write: [fillPath] };
    await expect(call(client, operation, { id })).rejects.toBeInstanceOf(TypeError);
  },
);

test("two parameters cannot join into a dot segment", async () => {
  const client = makeClient({}, { baseUrl: "http://127.0.0.1:1" });
  const operation = { name: "op", method: "GET", path: "/f/{a}{b}/g", write: [fillPath] };
  await expect(call(client, operation, { a: ".", b: "." })).rejects.toBeInstanceOf(TypeError);
});

test("header parameters are of style simple and not encoded", async () => {
  const operation = {
    write: [writeHeaders],
    headers: [
      "X-A",
      "X-B",
      { name: "X-C", explode: true },
      { name: "X-D", key: "header_D" },
      "X-E",
    ],
  };
  const { headers } = await send(operation, {
    "X-A": "a b%",
    "X-B": values.array,
    "X-C": values.object,
    header_D: new Date(0),
  });
  expect(headers).toMatchObject({
    "x-a": "a b%",
    "x-b": "blue,black,brown",
    "x-c": "R=100,G=200,B=150",
    "x-d": "1970-01-01T00:00:00.000Z",
  });
  expect(headers["x-e"]).toBeUndefined();
});

test.each(["a\r\nx: 1", "a\0", "\u2192"])(
  "a header parameter %j is refused unsent",
  async (value) => {
    const operation = { write: [writeHeaders], headers: ["X-A"] };
    const sending = send(operation, { "X-A": value });
    await expect(sending).rejects.toThrow(new TypeError("Invalid header X-A"));
  },
);

test("cookie parameters are of style form", async () => {
  const operation = {
    write: [writeCookies],
    cookies: ["a", "b", { name: "c", explode: false }, { name: "d", key: "cookie_d" }],
  };
  const { headers } = await send(operation, {
    a: "x;y",
    b: ["1", "2"],
    c: ["1", "2"],
    cookie_d: 0,
  });
  expect(headers.cookie).toBe("a=x%3By; b=1; b=2; c=1,2; d=0");
});

test("a querystring parameter is the whole query", async () => {
  const operation = {
    write: [writeQuerystring],
    querystring: { key: "search", encode: urlencoded },
  };
  const { target } = await send(operation, {
    search: { text: "a b", tags: [1, 2], where: { x: 1 } },
  });
  expect(target).toBe("/?text=a+b&tags=1&tags=2&where=%7B%22x%22%3A1%7D");
  expect((await send(operation, {})).target).toBe("/");
});

test("styled and plain query parameters come together", async () => {
  const styledQuery = [{ name: "f", style: deepObject }];
  const { target } = await send(
    { write: [writeQuery], styledQuery, query: ["a"] },
    { a: 1, f: { x: 1 } },
  );
  expect(target).toBe("/?a=1&f%5Bx%5D=1");
});
