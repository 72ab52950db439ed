import { orAbort } from "./any-signal.js";
import { ApiError } from "./api-error.js";
import type { Client } from "./client.js";
import { ConnectionError } from "./connection-error.js";
import { limitOf } from "./limit.js";
import type {
  CallOptions,
  Decode,
  Operation,
  OutgoingRequest,
  Params,
} from "./operation.js";
import { prepare } from "./prepare.js";
import type { Success } from "./result.js";
import { TimeoutError } from "./timeout-error.js";

/** What a call and its exchange tell each other on the way. */
export interface Exchanging {
  /** Reads an answer of whatever status, in place of the operation's own way. */
  read?: Decode;
  /** The last error that the server answered. */
  refused?: ApiError;
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
  call: Exchanging,
  client: Client,
  operation: Operation,
  params: Params = {},
  options: CallOptions = {},
): Promise<Success<number, unknown>> {
  const settings = client.settings();
  const { middleware } = settings;
  const { decode, baseUrl = settings.baseUrl } = operation;
  const { authorize = settings.authorize } = operation;
  const request = prepare(settings, operation, params, options);
  for (;;) {
    request.signal = limitOf(request, settings, options);
    try {
      const response = await (middleware
        ? middleware(copyOf(request), send)
        : send(request));
      const { ok, status } = response;
      const read = call.read ?? (ok && decode);
      let data: unknown;
      try {
        data = await (read ? read(response, request) : response.text());
      } catch (cause) {
        fail(cause);
      }
      try {
        if (!read) data = data ? JSON.parse(data as string) : undefined;
      } catch (cause) {
        if (ok) throw new ApiError(request, response, data, { cause });
      }
      if (ok) return { ok, status, data, response };
      throw (call.refused = new ApiError(request, response, data));
    } catch (error) {
      if (
        !(await settings.retrying?.(call, request, settings, options, error))
      ) {
        throw error;
      }
    }
  }

  /** Puts credentials on a copy of the request, which nobody else sees, and hands it to `fetch`. */
  function send(draft: OutgoingRequest): Promise<Response> {
    const sent = copyOf(draft);
    const go = () => (settings.fetch ?? fetch)(sent.url, sent).catch(fail);
    // Middleware can lead elsewhere.
    const home = !middleware || sent.url.startsWith(`${baseUrl}/`);
    const waiting = home && authorize?.(sent);
    if (!waiting) return go();
    // What had to be asked for can be asked for again, after a 401.
    request.refresh ??= false;
    return orAbort(waiting, request.signal).then(go, (cause) => {
      throw request.signal?.aborted ? fail(cause) : cause;
    });
  }

  /** Tells how an exchange broke: an abort by the caller is its own reason, as in `fetch`. */
  function fail(cause: unknown): never {
    options.signal?.throwIfAborted();
    if (cause instanceof ApiError) throw cause;
    const Broken = request.signal?.aborted ? TimeoutError : ConnectionError;
    throw new Broken(request, "was not answered", { cause });
  }
}

function copyOf(request: OutgoingRequest): OutgoingRequest {
  return { ...request, headers: Object.assign({}, request.headers) };
}
