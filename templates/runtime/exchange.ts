import { ApiError } from "./api-error.js";
import type { Settings } from "./client.js";
import { enter } from "./limit.js";
import type {
  CallOptions,
  Operation,
  OutgoingRequest,
  Params,
} from "./operation.js";
import { buildRequest } from "./request.js";
import type { Failure, Success } from "./result.js";
import { failure, send } from "./send.js";

export type Outcome = Success<number, unknown> | Failure<number, unknown>;

/** What a call and its exchange share. */
export interface Exchange {
  /** Leave the body unread; may be said until the answer is there. */
  raw: boolean;
  request: OutgoingRequest | undefined;
}

/**
 * Sends a request until it has an outcome, or nothing more can be done.
 *
 * Long because each function that is awaited costs every call a turn of the
 * microtask queue.
 */
export async function exchange(
  settings: Settings,
  operation: Operation,
  params: Params,
  options: CallOptions,
  state: Exchange,
): Promise<Outcome> {
  const { middleware, retry } = settings;
  const { timeout = settings.timeout, deadline = settings.deadline } = options;
  const request = buildRequest(settings, operation, params, options);
  state.request = request;
  for (let end = 0; ; request.attempt++) {
    const now = performance.now();
    end ||= now + deadline;
    const ms = Math.min(timeout, end - now);
    const limit = enter(settings, request, ms, options.signal, now);
    request.signal = limit.signal;
    let response: Response | undefined;
    let outcome: Outcome | undefined;
    let cause: unknown;
    let open: boolean | undefined;
    try {
      response = await (middleware
        ? middleware({ ...request }, (it) => send(settings, it))
        : send(settings, request));
      const { ok, status } = response;
      open = ok && operation.stream;
      let value: unknown;
      if (ok && operation.decode) {
        value = await operation.decode(response, request, () => limit.leave());
      } else if (!state.raw) {
        const text = await response.text();
        try {
          if (text) value = JSON.parse(text);
        } catch (cause) {
          if (ok) throw new ApiError(request, response, text, { cause });
          value = text;
        }
      }
      if (ok) return { ok, status, data: value, response };
      outcome = { ok, status, error: value, response };
    } catch (error) {
      cause = response ? failure(request, error) : error;
    } finally {
      limit.leave(open);
    }
    if (!(await retry?.(settings, request, options, outcome, cause, end))) {
      if (outcome) return outcome;
      throw cause;
    }
  }
}
