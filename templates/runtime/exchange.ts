import { ApiError } from "./api-error.js";
import type { Settings } from "./client.js";
import { ConnectionError } from "./connection-error.js";
import { limitOf } from "./limit.js";
import type {
  CallOptions,
  Operation,
  OutgoingRequest,
  Params,
} from "./operation.js";
import { prepare } from "./prepare.js";
import { parseJson } from "./read-json.js";
import type { Success } from "./result.js";
import { TimeoutError } from "./timeout-error.js";

/** Whether the caller wants the answer with its body unread, as `asResponse` tells. */
export interface Unread {
  raw?: boolean;
}

/**
 * Sends a request until there is an answer to give.
 *
 * Its parts share one scope, and only what must wait is awaited: each layer of
 * promises costs every call a turn of the microtask queue.
 *
 * @throws ApiError, ConnectionError, TimeoutError, or the reason of the caller's signal.
 */
export async function exchange(
  settings: Settings,
  operation: Operation,
  params: Params,
  options: CallOptions,
  unread: Unread,
): Promise<Success<number, unknown>> {
  const { middleware, retrying } = settings;
  const { baseUrl = settings.baseUrl } = operation;
  const request = prepare(settings, operation, params, options);
  const started = performance.now();
  for (let now = started; ; now = performance.now()) {
    const limit = limitOf(settings, operation, options, started, now);
    request.signal = limit ?? null;
    try {
      const response = await (middleware
        ? middleware(copyOf(request), send)
        : send(request));
      const { ok, status } = response;
      const { decode } = operation;
      let data: unknown;
      try {
        if (unread.raw) data = undefined;
        else if (ok && decode) data = await decode(response, request);
        else data = parseJson(await response.text(), response, request);
      } catch (cause) {
        fail(cause);
      }
      if (ok) return { ok, status, data, response };
      throw new ApiError(request, response, data);
    } catch (error) {
      if (!(await retrying?.(settings, request, options, started, error))) {
        throw error;
      }
    }
  }

  /** Puts credentials on a copy of the request, which nobody else sees, and hands it to `fetch`. */
  function send(draft: OutgoingRequest): Promise<Response> {
    const { authorize, fetch = globalThis.fetch } = settings;
    const sent = copyOf(draft);
    const go = () =>
      (sent.carry?.(fetch, sent) ?? fetch(sent.url, sent)).catch(fail);
    // Middleware can lead elsewhere.
    const home = !middleware || sent.url.startsWith(`${baseUrl}/`);
    const waiting = home && authorize?.(sent);
    if (!waiting) return go();
    // What had to be asked for can be asked for again, after a 401.
    request.refresh ??= false;
    return waiting.then(go);
  }

  /** Tells how an exchange broke: an abort by the caller is its own reason, as in `fetch`. */
  function fail(cause: unknown): never {
    const { signal } = options;
    if (cause instanceof ApiError) throw cause;
    if (signal?.aborted) throw signal.reason;
    if (request.signal?.aborted) {
      throw new TimeoutError(request, "timed out", { cause });
    }
    throw new ConnectionError(request, "failed", { cause });
  }
}

function copyOf(request: OutgoingRequest): OutgoingRequest {
  return { ...request, headers: Object.assign({}, request.headers) };
}
