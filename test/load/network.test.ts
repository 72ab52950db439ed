import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { Failure } from "../../generator/diagnostics.ts";
import { loadDocuments } from "../../generator/load/load.ts";
import { isSpecialAddress } from "../../generator/load/network/addresses.ts";
import type { NetworkPolicy } from "../../generator/load/network/policy.ts";
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
    ["the server answered 503.", (_, response) => void response.writeHead(503).end(), {}],
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
    ["the connection broke.", (_, response) => void response.socket?.destroy(), {}],
  ])("%s", async (reason, listener, network) => {
    expect(await refusal(await serve(listener), network)).toBe(reason);
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
      [`${other}/b.json`]: "its address is private, loopback or otherwise not public",
      [`${origin}/moved.json`]: "its address is private, loopback or otherwise not public",
    });
  });

  test("may use names only if they resolve to public addresses", async () => {
    const origin = await serve(
      (_, response) =>
        void response.end(
          '{"openapi":"3.1.1","paths":{"/a":{"$ref":"http://localhost:1/a.json"}}}',
        ),
    );
    const { missing } = await load(origin);
    expect([...missing.values()]).toEqual([
      "its address is private, loopback or otherwise not public",
    ]);
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
