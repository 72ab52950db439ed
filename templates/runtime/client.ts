import type { Authorize } from "./auth.js";
import type { HeaderOptions } from "./headers.js";

import type { Fetch, OutgoingRequest } from "./operation.js";
import type { Retry, RetryOptions } from "./retry.js";

/** What every client can be told. */
export interface RuntimeOptions {
  /**
   * Where the API is. Credentials go to this origin only.
   *
   * @default the first server of the API's document
   * @example "https://staging.example.com/v2"
   */
  readonly baseUrl?: string | undefined;

  /**
   * Sends requests instead of the global `fetch`: a proxy, a test's stub.
   *
   * @default globalThis.fetch
   */
  readonly fetch?: Fetch | undefined;

  /**
   * Headers of every request. `undefined` takes one away.
   *
   * @example { "user-agent": "billing-job/1.2" }
   */
  readonly headers?: HeaderOptions | undefined;

  /**
   * Milliseconds that one attempt may take, body included. `Infinity` for no limit.
   * When it is over the attempt ends with a `TimeoutError`, up to a sixteenth late.
   *
   * @default 60_000
   */
  readonly timeout?: number | undefined;

  /**
   * Milliseconds that a call may take, retries and the pauses between them included.
   *
   * @default no limit
   */
  readonly deadline?: number | undefined;

  /**
   * When and how often failed requests are repeated.
   *
   * @example { limit: 5, maxPause: 60_000 }
   */
  readonly retry?: RetryOptions | undefined;

  /**
   * A function around every attempt: it can change the request, answer in its
   * place, and see the response. `compose` makes one of several. It runs before
   * credentials are put on, so what it logs holds none.
   *
   * @example
   * ```ts
   * createClient({
   *   middleware: async (request, next) => {
   *     request.headers["x-trace"] = trace();
   *     return next(request);
   *   },
   * });
   * ```
   */
  readonly middleware?: Middleware | undefined;
}

export type Next = (request: OutgoingRequest) => Promise<Response>;
export type Middleware = (
  request: OutgoingRequest,
  next: Next,
) => Promise<Response>;

/** What a generated client knows of its API. */
export interface Api {
  readonly baseUrl: string;
  readonly authorize?: Authorize | undefined;
  /** The client's `fetch`, or one around it. */
  readonly fetch?: Fetch | undefined;
  /** The `retry` of `retry.js`; without it, its code is not in the bundle. */
  readonly retrying?: Retry;
}

/** What operations are called with. Made by `createClient`; holds no connection, so there is nothing to close. */
export interface Client {
  /** For the runtime: behind a function, so that printing a client shows no secret. */
  readonly settings: () => Settings;
}

export interface Settings extends RuntimeOptions, Api {
  readonly baseUrl: string;
}

export function makeClient(options: RuntimeOptions, api: Api): Client {
  const baseUrl = (options.baseUrl ?? api.baseUrl).replace(/\/$/, "");
  const settings: Settings = { ...options, ...api, baseUrl };
  return { settings: () => settings };
}
