import type { Outcome } from "./call.js";
import type { Settings } from "./client.js";
import { ConnectionError } from "./connection-error.js";
import type { CallOptions, Operation, OutgoingRequest } from "./operation.js";
import { share } from "./share.js";
import { sleep } from "./sleep.js";

/** When and how often failed requests are repeated. */
export interface RetryOptions {
  /**
   * How often a request is repeated at most. `0`: never.
   *
   * @default 2
   */
  readonly limit?: number;

  /**
   * Milliseconds that the first pause lasts at most; each further one doubles it.
   * The pause is a random part of that ("full jitter"), so that clients which failed
   * together do not come back together.
   *
   * @default 500
   */
  readonly backoff?: number;

  /**
   * Milliseconds that no pause of our own exceeds.
   *
   * @default 8_000
   */
  readonly maxBackoff?: number;

  /**
   * Milliseconds up to which a server's `retry-after-ms` or `Retry-After` is
   * waited for; when it asks for more, the failure is reported at once.
   *
   * @default 60_000
   */
  readonly maxRetryAfter?: number;

  /**
   * Statuses that are worth a repetition.
   *
   * @default [408, 425, 429, 500, 502, 503, 504]
   */
  readonly statuses?: readonly number[];

  /**
   * Error answers of such a status that are not worth a repetition all the same.
   *
   * @example ({ status, error }) => status === 429 && error.code === "quota_used_up"
   */
  readonly unless?: (failure: Outcome) => boolean;
}

/** What a client needs to repeat requests. */
export interface Retry {
  /** A time limit for an attempt, if it can share one. */
  limit(
    settings: Settings,
    operation: Operation,
    ms: number,
  ): AbortSignal | undefined;

  /**
   * Decides after a failed attempt, and waits; resolves to whether to try again.
   * `end` is when the call has to be over, on the clock of `performance.now()`.
   */
  again(
    settings: Settings,
    request: OutgoingRequest,
    options: CallOptions,
    outcome: Outcome | undefined,
    cause: unknown,
    end: number | undefined,
  ): Promise<boolean>;
}

export const retry: Retry = {
  limit: share,
  async again(settings, request, options, outcome, cause, end = 0) {
    const { policy = {}, authorize } = settings;
    const { limit = 2, backoff = 500, maxBackoff = 8_000 } = policy || none;
    const { statuses = usual, unless, maxRetryAfter = 60_000 } = policy || none;
    const { attempt, method, headers, operation, refresh } = request;
    const status = outcome?.status ?? 0;
    if (request.duplex) return false;
    if (status === 401 && authorize?.renewable && !refresh) {
      return (request.refresh = true);
    }
    const key = operation.idempotencyKey ?? "idempotency-key";
    const repeatable = idempotent.test(method) || key.toLowerCase() in headers;
    const worthwhile = outcome
      ? statuses.includes(status) && !unless?.(outcome)
      : cause instanceof ConnectionError;
    if (!repeatable || !worthwhile || attempt > (options.retries ?? limit))
      return false;
    const most = Math.min(maxBackoff, backoff * 2 ** (attempt - 1));
    const pause = retryAfter(outcome?.response.headers) ?? Math.random() * most;
    if (pause > maxRetryAfter || (end && performance.now() + pause > end))
      return false;
    await sleep(pause, options.signal);
    return true;
  },
};

/** RFC 9110 section 9.2.2, and QUERY. Others need an idempotency key. */
const idempotent = /^(GET|HEAD|OPTIONS|TRACE|PUT|DELETE|QUERY)$/;

const none: RetryOptions = { limit: 0 };

const usual: readonly number[] = [408, 425, 429, 500, 502, 503, 504];

/** Milliseconds until the server wants to be asked again, if it says so (RFC 9110 section 10.2.3). */
function retryAfter(headers: Headers | undefined): number | undefined {
  const ms = headers?.get("retry-after-ms");
  const after = headers?.get("retry-after");
  let wait = ms ? +ms : NaN;
  if (after && isNaN(wait)) wait = +after * 1000;
  if (after && isNaN(wait)) wait = Date.parse(after) - Date.now();
  return isNaN(wait) ? undefined : Math.max(wait, 0);
}
