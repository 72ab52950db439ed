import type { ApiError } from "./api-error.js";
import type { Settings } from "./client.js";
import { ConnectionError } from "./connection-error.js";
import type { Exchanging } from "./exchange.js";
import type { CallOptions, OutgoingRequest } from "./operation.js";
import { sleep } from "./sleep.js";

/** When and how often failed requests are repeated. */
export interface RetryOptions {
  /**
   * How often a request is repeated at most. `0`: never.
   *
   * @default 2
   */
  readonly limit?: number | undefined;

  /**
   * Milliseconds that the first pause lasts at most; each further one doubles it.
   * The pause is a random part of that ("full jitter"), so that clients which failed
   * together do not come back together.
   *
   * @default 500
   */
  readonly backoff?: number | undefined;

  /**
   * Milliseconds that no pause exceeds; when a server's `retry-after-ms` or
   * `Retry-After` asks for more, the failure is reported at once.
   *
   * @default 30_000
   */
  readonly maxPause?: number | undefined;

  /**
   * Whether an error answer is worth a repetition.
   *
   * @default isTransient: status 408, 425, 429, 500, 502, 503 and 504
   * @example (error) => isTransient(error) && error.body?.code !== "quota_used_up"
   */
  readonly when?: ((error: ApiError) => boolean) | undefined;
}

/** Decides after a failed attempt, and waits; resolves to whether to try again. */
export type Retry = (
  call: Exchanging,
  request: OutgoingRequest,
  settings: Settings,
  options: CallOptions,
  error: unknown,
) => Promise<boolean>;

export const retry: Retry = async (call, request, settings, options, error) => {
  const {
    limit = 2,
    backoff = 500,
    maxPause = 30_000,
    when = isTransient,
  } = settings.retry ?? {};
  const { retries = limit, signal } = options;
  // Another call's error can come through: of the one that asked for a token.
  const answer = error === call.refused ? call.refused : undefined;
  // A stream that has been sent is gone.
  if (request.duplex) return false;
  const attempt = request.attempt++;
  const renews = answer?.status === 401 && request.refresh === false;
  // The next attempt is told, and none after it.
  delete request.refresh;
  if (renews) return (request.refresh = true);
  const most = Math.min(maxPause, request.deadline! - performance.now());
  const asked = retryAfter(answer?.headers);
  const usual = Math.min(maxPause, backoff * 2 ** (attempt - 1));
  const pause = asked >= 0 ? asked : Math.random() * usual;
  const again =
    (answer ? when(answer) : error instanceof ConnectionError) &&
    isRepeatable(request) &&
    attempt <= retries &&
    pause <= most;
  if (again) await sleep(pause, signal);
  return again;
};

/** Answers that may be better next time: too early, too many, too busy, broken down. */
export function isTransient({ status }: { readonly status: number }): boolean {
  return /408|425|429|50[0234]/.test(`${status}`);
}

/** RFC 9110 section 9.2.2, and QUERY. Others need an idempotency key. */
function isRepeatable({
  operation,
  method,
  headers,
}: OutgoingRequest): boolean {
  const { idempotencyKey = "idempotency-key" } = operation;
  return (
    /^(GET|HEAD|OPTIONS|PUT|DELETE|QUERY)$/.test(method) ||
    idempotencyKey.toLowerCase() in headers
  );
}

/** Milliseconds until the server wants to be asked again, NaN if it does not say (RFC 9110 section 10.2.3). */
function retryAfter(headers: Headers | undefined): number {
  const ms = headers?.get("retry-after-ms");
  const after = headers?.get("retry-after") ?? "";
  if (ms) return +ms;
  return /^\d/.test(after) ? +after * 1_000 : Date.parse(after) - Date.now();
}
