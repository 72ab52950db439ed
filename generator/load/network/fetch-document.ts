import type { IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { ReadDocument, ReadProblem } from "../read-result.ts";
import type { Connections } from "./connections.ts";
import type { NetworkPolicy } from "./policy.ts";
import { receiveBody } from "./receive-body.ts";
import { redirectTarget } from "./redirect.ts";
import { reasonOf, Refused } from "./refused.ts";
import { isPassingError, isPassingStatus, retryDelay } from "./retry.ts";
import { sendRequest } from "./send-request.ts";
import { type Validators, validatorsOf } from "./validators.ts";

/** What came of a request. */
export type FetchResult = FetchedDocument | NotModified | ReadProblem;

export interface FetchedDocument extends ReadDocument {
  readonly validators: Validators;
  /** `Content-Type` as it came; an empty string without one. */
  readonly contentType: string;
}

/** Only where there were validators to ask with. */
interface NotModified {
  readonly kind: "unchanged";
}

export interface FetchOptions {
  readonly validators?: Validators | undefined;
  readonly connections?: Connections | undefined;
}

/**
 * Fetches one document by GET, within the policy, which each redirect is judged by anew. The result's `url` is the last
 * one, against which the document's references resolve. Problems that may pass are tried again.
 */
export async function fetchDocument(
  url: URL,
  policy: NetworkPolicy,
  options: FetchOptions = {},
): Promise<FetchResult> {
  if (!policy.enabled) return unreadable("the network is not used here");
  for (let repetition = 1; ; repetition++) {
    const { result, passing, retryAfter } = await attempt(url, policy, options);
    if (!passing || repetition > policy.retries) return result;
    const delay = retryDelay(policy, repetition, retryAfter, Date.now());
    if (delay >= remaining(policy)) return result;
    await sleep(delay);
  }
}

interface Attempt {
  readonly result: FetchResult;
  /** Whether it may go better in a while. */
  readonly passing: boolean;
  readonly retryAfter?: string | undefined;
}

async function attempt(url: URL, policy: NetworkPolicy, options: FetchOptions): Promise<Attempt> {
  const time = Math.max(0, Math.min(policy.timeout, remaining(policy)));
  const signal = AbortSignal.timeout(time);
  try {
    return await follow(url, policy, { ...options, signal });
  } catch (error) {
    const reason = signal.aborted ? timeoutReason(policy, time) : reasonOf(error);
    return { result: unreadable(reason), passing: !signal.aborted && isPassingError(error) };
  }
}

function remaining({ deadline }: NetworkPolicy): number {
  return deadline === undefined ? Number.POSITIVE_INFINITY : deadline - Date.now();
}

function timeoutReason({ timeout, totalTimeout }: NetworkPolicy, time: number): string {
  return time < timeout
    ? `the ${totalTimeout / 1000} s for everything were over`
    : `the server took longer than ${timeout / 1000} s`;
}

async function follow(
  url: URL,
  policy: NetworkPolicy,
  options: FetchOptions & { readonly signal: AbortSignal },
): Promise<Attempt> {
  const { signal, validators, connections } = options;
  let current = url;
  for (let redirects = 0; redirects <= policy.maxRedirects; redirects++) {
    const response = await sendRequest(current, policy, { signal, validators, connections }).catch(
      (error: unknown) => refuse(error, url, current),
    );
    const next = redirectTarget(response, current);
    if (next === undefined) return receive(response, current, policy, validators);
    response.destroy();
    current = next;
  }
  throw new Refused(`it redirects more than ${policy.maxRedirects} times`);
}

/** Whoever reads about a redirect's target has never seen its address. */
function refuse(error: unknown, url: URL, { href, origin }: URL): never {
  if (!(error instanceof Refused) || href === url.href) throw error;
  const { message } = error;
  const reason = message.startsWith(`${origin} `)
    ? `, which${message.slice(origin.length)}`
    : `: ${message}`;
  throw new Refused(`it redirects to ${origin}${reason}`);
}

async function receive(
  response: IncomingMessage,
  url: URL,
  policy: NetworkPolicy,
  validators: Validators | undefined,
): Promise<Attempt> {
  const status = response.statusCode ?? 0;
  if (status >= 200 && status < 300) {
    const bytes = await receiveBody(response, policy.maxBytes);
    const contentType = response.headers["content-type"] ?? "";
    const read = { kind: "read" as const, bytes, url, contentType };
    return {
      result: { ...read, validators: validatorsOf(response.headers) },
      passing: false,
    };
  }
  response.destroy();
  if (status === 304 && validators !== undefined)
    return { result: { kind: "unchanged" }, passing: false };
  const kind = status === 404 || status === 410 ? "missing" : "unreadable";
  return {
    result: { kind, reason: `the server answered ${status}` },
    passing: isPassingStatus(status),
    retryAfter: response.headers["retry-after"],
  };
}

function unreadable(reason: string): ReadProblem {
  return { kind: "unreadable", reason };
}
