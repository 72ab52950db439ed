import { lookup as dnsLookup, type LookupAddress } from "node:dns";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { Readable } from "node:stream";
import type { ReadResult } from "../read.ts";
import { isSpecialAddress } from "./addresses.ts";
import { isTrusted, type NetworkPolicy } from "./policy.ts";

/**
 * Fetches one document by GET, within the policy. The address is judged again for each redirect and after the name
 * was resolved, on the very address that is then connected to, so a name that changes between the two gains nothing.
 * The result's `url` is the last one, against which the document's references resolve.
 */
export async function fetchDocument(url: URL, policy: NetworkPolicy): Promise<ReadResult> {
  if (!policy.enabled) return unreadable("the network is not used here");
  const signal = AbortSignal.timeout(policy.timeout);
  try {
    return await follow(url, policy, signal);
  } catch (error) {
    return unreadable(
      signal.aborted ? `the server took longer than ${policy.timeout / 1000} s` : reasonOf(error),
    );
  }
}

async function follow(url: URL, policy: NetworkPolicy, signal: AbortSignal): Promise<ReadResult> {
  let current = url;
  for (let redirects = 0; redirects <= policy.maxRedirects; redirects++) {
    const response = await get(current, policy, signal);
    const status = response.statusCode ?? 0;
    const { location } = response.headers;
    if (status < 300 || status >= 400 || location === undefined)
      return receive(response, current, policy);
    response.destroy();
    const next = new URL(location, current);
    if (next.protocol !== "http:" && next.protocol !== "https:")
      return unreadable("it redirects away from the web");
    if (current.protocol === "https:" && next.protocol === "http:")
      return unreadable("it redirects from https to http");
    current = next;
  }
  return unreadable(`it redirects more than ${policy.maxRedirects} times`);
}

function get(url: URL, policy: NetworkPolicy, signal: AbortSignal): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const trusted = isTrusted(policy, url);
  if (!trusted && isIP(host) !== 0 && isSpecialAddress(host))
    return Promise.reject(new PrivateAddressError());
  const request = url.protocol === "https:" ? httpsRequest : httpRequest;
  const headers = {
    accept:
      "application/json, application/yaml, text/yaml, text/markdown;q=0.9, text/plain;q=0.8, */*;q=0.5",
    "accept-encoding": "gzip, deflate, br",
    "user-agent": "deckhand",
  };
  return new Promise((resolve, reject) => {
    const options = {
      headers,
      signal,
      agent: false as const,
      ...(trusted ? {} : { lookup: publicLookup }),
    };
    request(url, options, resolve).on("error", reject).end();
  });
}

class PrivateAddressError extends Error {
  override readonly name = "PrivateAddressError";
}

/** The system's look-up, refusing a name as soon as one of its addresses is not public. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, "");
    if (addresses.some(({ address }) => isSpecialAddress(address)))
      return callback(new PrivateAddressError(), "");
    const [first] = addresses as [LookupAddress, ...LookupAddress[]];
    return options.all === true
      ? callback(null, addresses)
      : callback(null, first.address, first.family);
  });
};

async function receive(
  response: IncomingMessage,
  url: URL,
  policy: NetworkPolicy,
): Promise<ReadResult> {
  const status = response.statusCode ?? 0;
  if (status < 200 || status >= 300) {
    response.destroy();
    const kind = status === 404 || status === 410 ? "missing" : "unreadable";
    return { kind, reason: `the server answered ${status}` };
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of decompressed(response)) {
    size += (chunk as Buffer).length;
    if (size > policy.maxBytes) {
      response.destroy();
      return unreadable(`it is larger than ${Math.floor(policy.maxBytes / 1024 / 1024)} MiB`);
    }
    chunks.push(chunk as Buffer);
  }
  return { kind: "read", bytes: Buffer.concat(chunks), url };
}

function decompressed(response: IncomingMessage): Readable {
  const decoder = decoderFor(response.headers["content-encoding"]);
  if (decoder === undefined) return response;
  response.on("error", (error) => decoder.destroy(error));
  return response.pipe(decoder);
}

function decoderFor(encoding: string | undefined): ReturnType<typeof createGunzip> | undefined {
  switch (encoding?.toLowerCase()) {
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    default:
      return undefined;
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof PrivateAddressError)
    return "its address is private, loopback or otherwise not public";
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return "its host name could not be resolved";
    case "ECONNREFUSED":
      return "the connection was refused";
    case "ECONNRESET":
      return "the connection broke";
    default:
      return message === "" ? (code ?? "of a network error") : message;
  }
}

function unreadable(reason: string): ReadResult {
  return { kind: "unreadable", reason };
}
