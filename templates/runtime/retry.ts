import { ConnectionError } from "./connection-error.js";
import type { Settings } from "./client.js";
import type { CallOptions, OutgoingRequest } from "./operation.js";
import type { Outcome } from "./exchange.js";
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

/**
 * Decides after a failed attempt, and waits; resolves to whether to try again.
 * `end` is when the call has to be over, on the clock of `performance.now()`.
 */
export type Retry = (
  settings: Settings,
  request: OutgoingRequest,
  options: CallOptions,
  outcome: Outcome | undefined,
  cause: unknown,
  end: number,
) => Promise<boolean>;

export const retry: Retry = async (
  { retries },
  request,
  options,
  outcome,
  cause,
  end,
) => {
  if (retries === false) return false;
  const { limit = 2, backoff = 500, maxBackoff = 8_000 } = retries ?? {};
  const { statuses = usual, maxRetryAfter = 60_000, unless } = retries ?? {};
  const { attempt, method, headers, operation, duplex } = request;
  const worthwhile = outcome
    ? statuses.includes(outcome.status) && !unless?.(outcome)
    : cause instanceof ConnectionError;
  if (
    attempt > (options.retries ?? limit) ||
    duplex ||
    !worthwhile ||
    !(
      safe.test(method) ||
      (operation.idempotencyKey ?? "idempotency-key").toLowerCase() in headers
    )
  )
    return false;
  const jitter =
    Math.random() * Math.min(maxBackoff, backoff * 2 ** (attempt - 1));
  const pause = retryAfter(outcome?.response.headers) ?? jitter;
  if (pause > maxRetryAfter || performance.now() + pause > end) return false;
  await sleep(pause, options.signal);
  return true;
};

/** Idempotent methods (RFC 9110 section 9.2.2; QUERY is in its own RFC). */
const safe = /^(GET|HEAD|OPTIONS|TRACE|PUT|DELETE|QUERY)$/;

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
