import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP } from "node:net";
import { isSpecialAddress } from "./addresses.ts";
import type { Connections } from "./connections.ts";
import { publicLookup } from "./lookup.ts";
import { bareHost, permissionFor } from "./permission.ts";
import type { NetworkPolicy } from "./policy.ts";
import { Refused } from "./refused.ts";
import type { Validators } from "./validators.ts";

export interface RequestOptions {
  readonly signal: AbortSignal;
  /** What is known of the document that was fetched before. */
  readonly validators: Validators | undefined;
  /** Without it, each request has a connection of its own. */
  readonly connections: Connections | undefined;
}

/** Sends a GET, if the policy allows it, and gives the answer as soon as its headers are there. */
export function sendRequest(
  url: URL,
  policy: NetworkPolicy,
  { signal, validators, connections }: RequestOptions,
): Promise<IncomingMessage> {
  const permission = permissionFor(policy, url);
  if (permission === undefined)
    return Promise.reject(new Refused(`${url.origin} is not an origin that may be fetched`));
  const isPublic = permission === "public addresses";
  const host = bareHost(url.hostname);
  if (isPublic && isIP(host) !== 0 && isSpecialAddress(host))
    return Promise.reject(new Refused("its address is private, loopback or otherwise not public"));
  const request = url.protocol === "https:" ? httpsRequest : httpRequest;
  const options = {
    headers: { ...headersFor(policy, url), ...conditions(validators) },
    signal,
    agent: connections?.agentFor(url, permission) ?? (false as const),
    ...(isPublic ? { lookup: publicLookup } : {}),
  };
  return new Promise((resolve, reject) => {
    request(url, options, resolve).on("error", reject).end();
  });
}

/** Credentials go to the very origin that they are for, also after a redirect. */
function headersFor({ credentials }: NetworkPolicy, { origin }: URL): Record<string, string> {
  const credential = credentials.get(origin);
  return {
    accept:
      "application/json, application/yaml, text/yaml, text/markdown;q=0.9, text/plain;q=0.8, */*;q=0.5",
    "accept-encoding": "gzip, deflate, br",
    "user-agent": "deckhand",
    ...(credential === undefined ? {} : { [credential.header]: credential.value }),
  };
}

/** RFC 9110, section 13.1: a server that knows both looks at the entity tag alone. */
function conditions(validators: Validators | undefined): Record<string, string> {
  const { etag, lastModified } = validators ?? {};
  return {
    ...(etag === undefined ? {} : { "if-none-match": etag }),
    ...(lastModified === undefined ? {} : { "if-modified-since": lastModified }),
  };
}
