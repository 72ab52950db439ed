import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { Failure } from "../../generator/diagnostics.ts";
import { loadDocuments } from "../../generator/load/load.ts";
import { temporaryFolder, writeFiles } from "../harness/folders.ts";
import { isSpecialAddress } from "../../generator/load/network/addresses.ts";
import { type Permission, permissionFor } from "../../generator/load/network/permission.ts";
import {
  defaultNetworkPolicy,
  isOriginPattern,
  type NetworkPolicy,
} from "../../generator/load/network/policy.ts";
import { redirectTarget } from "../../generator/load/network/redirect.ts";
import { retryDelay } from "../../generator/load/network/retry.ts";
import type { Documents } from "../../generator/source.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** Starts a server of this computer and gives its origin. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function load(url: string, network: Partial<NetworkPolicy> = {}): Promise<Documents> {
  return loadDocuments(url, { network });
}

async function refusal(url: string, network: Partial<NetworkPolicy> = {}): Promise<string> {
  const error: unknown = await load(url, network).catch((reason: unknown) => reason);
  if (!(error instanceof Failure)) throw error;
  return error.diagnostics.map(({ message }) => message.replace(/.*: /, "")).join();
}

const document = '{"openapi":"3.1.1","paths":{}}';

function referring(reference: string): string {
  return JSON.stringify({ openapi: "3.1.1", paths: { "/a": { $ref: reference } } });
}

describe("an entry document from the network", () => {
  test("is read, decompressed and named by its address without password", async () => {
    const origin = await serve((_, response) => {
      response.setHeader("content-encoding", "gzip").end(gzipSync(document));
    });
    const { entry } = await load(`${origin.replace("//", "//user:secret@")}/v1.json?a=b#c`);
    expect(entry.value).toEqual({ openapi: "3.1.1", paths: {} });
    expect(entry.name).toBe(`${origin}/v1.json?a=b`);
  });

  test("has the address that redirects led to, and refers from there", async () => {
    const origin = await serve(({ url }, response) => {
      if (url === "/latest") response.writeHead(302, { location: "/v2/spec.json" }).end();
      else if (url === "/v2/spec.json")
        response.end('{"openapi":"3.1.1","paths":{"/a":{"$ref":"a.json"}}}');
      else response.end("{}");
    });
    const { entry, sources } = await load(`${origin}/latest`);
    expect(entry.url).toBe(`${origin}/v2/spec.json`);
    expect([...sources.keys()]).toEqual([`${origin}/v2/spec.json`, `${origin}/v2/a.json`]);
  });

  test.each<[reason: string, listener: RequestListener, network: Partial<NetworkPolicy>]>([
    ["the server answered 404.", (_, response) => void response.writeHead(404).end(), {}],
    [
      "the server answered 503.",
      (_, response) => void response.writeHead(503).end(),
      { retryDelay: 1 },
    ],
    ["the server took longer than 0.2 s.", () => {}, { timeout: 200 }],
    [
      "it is larger than 1 MiB.",
      (_, response) => void response.end(Buffer.alloc(2_000_000, 32)),
      { maxBytes: 1024 * 1024 },
    ],
    [
      "it is larger than 1 MiB.",
      (_, response) =>
        void response
          .setHeader("content-encoding", "gzip")
          .end(gzipSync(Buffer.alloc(50_000_000, 32))),
      { maxBytes: 1024 * 1024 },
    ],
    [
      "it redirects more than 2 times.",
      (_, response) => void response.writeHead(301, { location: "/again" }).end(),
      { maxRedirects: 2 },
    ],
    [
      "it redirects away from the web.",
      (_, response) => void response.writeHead(302, { location: "file:///etc/hosts" }).end(),
      {},
    ],
    ["the connection broke.", (_, response) => void response.socket?.destroy(), { retryDelay: 1 }],
  ])("%s", async (reason, listener, network) => {
    expect(await refusal(await serve(listener), network)).toBe(reason);
  });
});

describe("a request that fails for a moment", () => {
  /** Answers with each status in turn, then with the document. */
  async function flaky(
    ...statuses: readonly number[]
  ): Promise<{ origin: string; asked: number[] }> {
    const asked: number[] = [];
    const origin = await serve((_, response) => {
      const status = statuses[asked.length];
      asked.push(status ?? 200);
      if (status === undefined) response.end(document);
      else if (status === 0) response.socket?.destroy();
      else response.writeHead(status, status === 429 ? { "retry-after": "0" } : {}).end();
    });
    return { origin, asked };
  }

  test.each([[[429]], [[500, 502, 503]], [[504, 0]]])(
    "is sent again: %j, then it is there",
    async (statuses) => {
      const { origin, asked } = await flaky(...statuses);
      const { entry } = await load(origin, { retryDelay: 1 });
      expect(entry.value).toEqual({ openapi: "3.1.1", paths: {} });
      expect(asked).toEqual([...statuses, 200]);
    },
  );

  test.each([[404], [401], [501]])("but not after %i", async (status) => {
    const { origin, asked } = await flaky(status);
    expect(await refusal(origin)).toBe(`the server answered ${status}.`);
    expect(asked).toEqual([status]);
  });

  test("is given up in the end", async () => {
    const { origin, asked } = await flaky(...Array.from({ length: 9 }, () => 429));
    expect(await refusal(origin, { retryDelay: 1, retries: 2 })).toBe("the server answered 429.");
    expect(asked).toHaveLength(3);
  });

  test("is not sent again when the time for everything would be over", async () => {
    const { origin, asked } = await flaky(500, 500);
    await refusal(origin, { totalTimeout: 5000, retryDelay: 60_000, maxRetryDelay: 60_000 });
    expect(asked).toHaveLength(1);
  });

  const now = Date.parse("2026-11-21T12:00:00Z");
  test.each<[repetition: number, retryAfter: string | undefined, delay: number]>([
    [1, undefined, 500],
    [2, undefined, 1000],
    [9, undefined, 20_000],
    [1, "3", 3000],
    [1, "86400", 20_000],
    [1, "Sat, 21 Nov 2026 12:00:05 GMT", 5000],
    [1, "Sat, 21 Nov 2026 11:00:00 GMT", 0],
    [1, "soon", 500],
  ])("waits before repetition %i, asked for %s: %i ms", (repetition, retryAfter, delay) => {
    expect(retryDelay(defaultNetworkPolicy, repetition, retryAfter, now)).toBe(delay);
  });
});

describe("credentials", () => {
  test("go to the origin that they are for, and nowhere else after a redirect", async () => {
    const seen: (string | undefined)[] = [];
    const other = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.end(document);
    });
    const origin = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(302, { location: `${other}/spec.json` }).end();
    });
    const credentials = new Map([[origin, { header: "authorization", value: "Bearer secret" }]]);
    await load(origin.replace("//", "//user:password@"), { allow: [other], credentials });
    expect(seen).toEqual(["Bearer secret", undefined]);
  });
});

test.each<[location: string | undefined, status: number, target: string | undefined]>([
  [undefined, 302, undefined],
  ["/b", 200, undefined],
  ["/b", 304, undefined],
  ["/b", 302, "https://user:word@a.com/b"],
  ["b?x=1", 308, "https://user:word@a.com/c/b?x=1"],
  ["https://user:word@b.com/", 301, "https://b.com/"],
  ["//b.com/", 307, "https://b.com/"],
])("a redirect to %s with status %i leads to %s", (location, statusCode, target) => {
  const answer = { statusCode, headers: location === undefined ? {} : { location } };
  const next = redirectTarget(answer, new URL("https://user:word@a.com/c/d"));
  expect(next?.href).toBe(target);
});

test.each([
  ["http://a.com/", "it redirects from https to http"],
  ["ftp://a.com/", "it redirects away from the web"],
  ["https://", "it redirects to no address"],
])("a redirect from https to %s is refused", (location, reason) => {
  const answer = { statusCode: 302, headers: { location } };
  expect(() => redirectTarget(answer, new URL("https://a.com/"))).toThrow(reason);
});

describe("whether a URL may be fetched", () => {
  const policy: NetworkPolicy = {
    ...defaultNetworkPolicy,
    named: ["https://docs.example.com", "http://old.example.com", "http://127.0.0.1:8080"],
    allow: ["https://files.example.com", "https://*.example.org"],
  };
  test.each<[url: string, permission: Permission]>([
    ["https://docs.example.com/a", "public addresses"],
    ["https://docs.example.com:8443/a", undefined],
    ["http://docs.example.com/a", undefined],
    ["https://old.example.com/a", "public addresses"],
    ["https://example.com/a", undefined],
    ["http://127.0.0.1:8080/a", "any address"],
    ["http://2130706433:8080/a", "any address"],
    ["http://0x7f.1:8080/a", "any address"],
    ["http://127.0.0.1:8081/a", undefined],
    ["http://[::ffff:127.0.0.1]:8080/a", undefined],
    ["https://files.example.com/a", "any address"],
    ["https://a.example.org/a", "public addresses"],
    ["https://a.b.example.org/a", "public addresses"],
    ["https://example.org/a", undefined],
    ["https://evil-example.org/a", undefined],
    ["https://a.example.org.evil.com/a", undefined],
    ["http://a.example.org/a", undefined],
    ["file:///etc/hosts", undefined],
  ])("%s: %s", (url, permission) => {
    expect(permissionFor(policy, new URL(url))).toBe(permission);
  });

  test.each([
    ["https://a.com", true],
    ["http://127.0.0.1:80", false],
    ["http://127.0.0.1:8080", true],
    ["https://*.a.com", true],
    ["*", true],
    ["https://a.com/", false],
    ["https://a.com/path", false],
    ["https://*", false],
    ["https://a.*.com", false],
    ["a.com", false],
    ["ftp://a.com", false],
  ])("%s as an entry of the list: %s", (pattern, isOne) => {
    expect(isOriginPattern(pattern)).toBe(isOne);
  });
});

describe("references from the network", () => {
  test("may not leave for files, nor for other private origins, nor by a redirect", async () => {
    const other = await serve((_, response) => void response.end("{}"));
    const origin = await serve(({ url }, response) => {
      if (url === "/moved.json") response.writeHead(302, { location: `${other}/x.json` }).end();
      else
        response.end(
          JSON.stringify({
            openapi: "3.1.1",
            paths: {
              "/a": { $ref: "file:///etc/hosts" },
              "/b": { $ref: `${other}/b.json` },
              "/c": { $ref: "moved.json" },
            },
          }),
        );
    });
    const { sources, missing } = await load(`${origin}/spec.json`);
    expect(sources.size).toBe(1);
    expect(Object.fromEntries(missing)).toEqual({
      "file:///etc/hosts": "a document from the network may not refer to files of this computer",
      [`${other}/b.json`]: `${other} is not an origin that may be fetched`,
      [`${origin}/moved.json`]: `it redirects to ${other}, which is not an origin that may be fetched`,
    });
  });

  test("may use names that are allowed by a pattern only if they resolve to public addresses", async () => {
    const origin = await serve(
      (_, response) => void response.end(referring("http://localhost:1/a.json")),
    );
    const { missing } = await load(origin, { allow: ["*"] });
    expect([...missing.values()]).toEqual([
      "its address is private, loopback or otherwise not public",
    ]);
  });

  test("may lead to an origin that is allowed word for word, whatever its address", async () => {
    const other = await serve((_, response) => void response.end("{}"));
    const origin = await serve((_, response) => void response.end(referring(`${other}/a.json`)));
    const { sources } = await load(origin, { allow: [other] });
    expect([...sources.keys()]).toEqual([`${origin}/`, `${other}/a.json`]);
  });

  test("of a file need an origin that is allowed", async () => {
    const origin = await serve((_, response) => void response.end("{}"));
    using folder = temporaryFolder();
    writeFiles(folder.path, [{ path: "spec.json", text: referring(`${origin}/a.json`) }]);
    const open = (allow: readonly string[]): Promise<Documents> =>
      loadDocuments("spec.json", { folder: folder.path, network: { allow } });
    expect([...(await open([])).missing.values()]).toEqual([
      `${origin} is not an origin that may be fetched`,
    ]);
    expect([...(await open([origin])).missing.values()]).toEqual([]);
  });

  test("are limited in depth", async () => {
    const origin = await serve(({ url }, response) => {
      response.end(referring(`/${Number(url?.slice(1)) + 1}`));
    });
    const { missing } = await load(`${origin}/0`, { maxDepth: 2 });
    expect(Object.fromEntries(missing)).toEqual({
      [`${origin}/3`]: "more than 2 documents lead to it",
    });
  });

  test("are limited in number", async () => {
    const origin = await serve(({ url }, response) => {
      const page = Number(url?.slice(1));
      response.end(JSON.stringify({ openapi: "3.1.1", paths: { "/a": { $ref: `/${page + 1}` } } }));
    });
    const { sources, missing } = await load(`${origin}/0`, { maxDocuments: 3 });
    expect(sources.size).toBe(4);
    expect(Object.fromEntries(missing)).toEqual({
      [`${origin}/4`]: "more than 3 documents are referred to",
    });
  });
});

test.each([
  "127.0.0.1",
  "10.1.2.3",
  "172.31.0.1",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "0.0.0.0",
  "224.0.0.1",
  "255.255.255.255",
  "::1",
  "::",
  "fe80::1",
  "fc00::1",
  "fd00:ec2::254",
  "::ffff:127.0.0.1",
  "::ffff:a9fe:a9fe",
  "64:ff9b::7f00:1",
  "2002:7f00:1::",
  "ff02::1",
  "::127.0.0.1",
  "fec0::1",
  "2001::1",
  "198.18.0.1",
  "192.0.0.8",
  "not an address",
])("%s is not a public address", (address) => {
  expect(isSpecialAddress(address)).toBe(true);
});

test.each([
  "1.1.1.1",
  "93.184.216.34",
  "172.32.0.1",
  "2606:4700::1111",
  "::ffff:1.1.1.1",
  "64:ff9b::101:101",
])("%s is a public address", (address) => {
  expect(isSpecialAddress(address)).toBe(false);
});
