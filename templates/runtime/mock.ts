import { orAbort } from "./any-signal.js";
import type { Fetch } from "./operation.js";

/** A request that `mockFetch` was given. */
export interface MockRequest {
  readonly method: string;
  readonly url: URL;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** As it was sent: JSON bodies are text. */
  readonly body: RequestInit["body"];
}

/**
 * Answers: a `Response` as it is, nothing as status 204, anything else as JSON with
 * status 200. What is slow to answer ends with the call's time limits and signal.
 */
export type MockAnswer = (request: MockRequest) => unknown;

export interface MockFetch {
  /** For the client's `fetch` option. */
  readonly fetch: Fetch;
  /** What was asked, in order. */
  readonly requests: readonly MockRequest[];
}

/**
 * A transport for tests: answers by method and path, without a network.
 *
 * @throws Error (from `fetch`) for a request that has no answer.
 * @example
 * ```ts
 * const mock = mockFetch({ "GET /v2/events": () => ({ data: [], has_more: false }) });
 * const deck = createClient({ fetch: mock.fetch });
 * ```
 */
export function mockFetch(
  answers: Readonly<Record<string, MockAnswer>>,
): MockFetch {
  const requests: MockRequest[] = [];
  const fetch: Fetch = async (address, init) => {
    const url = new URL(address);
    const { method = "GET", body } = init;
    const headers = Object.fromEntries(new Headers(init.headers));
    const request = { method, url, headers, body };
    requests.push(request);
    init.signal?.throwIfAborted();
    const route = `${method} ${url.pathname}`;
    const answer = Object.hasOwn(answers, route) ? answers[route] : undefined;
    if (!answer) throw new Error(`mockFetch has no answer to ${route}`);
    const value = await orAbort(Promise.resolve(answer(request)), init.signal);
    const response = value instanceof Response ? value : responseOf(value);
    // Relative links are resolved against it.
    return Object.defineProperty(response, "url", {
      value: address,
      configurable: true,
    });
  };
  return { fetch, requests };
}

function responseOf(value: unknown): Response {
  return value === undefined
    ? new Response(null, { status: 204 })
    : Response.json(value);
}
