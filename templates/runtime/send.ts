import type { Settings } from "./client.js";
import { ConnectionError } from "./connection-error.js";
import { timeIsUp } from "./limit.js";
import type { OutgoingRequest } from "./operation.js";
import { RequestError } from "./request-error.js";
import { TimeoutError } from "./timeout-error.js";

/** Puts credentials on the request and hands it to `fetch`. */
export async function send(
  settings: Settings,
  request: OutgoingRequest,
): Promise<Response> {
  const { baseUrl, authorize, fetch } = settings;
  const { operation, url } = request;
  const sent = { ...request };
  // Middleware and next links can lead elsewhere.
  const home = url.startsWith(`${operation.baseUrl ?? baseUrl}/`);
  const waiting = home && authorize?.(sent);
  if (waiting) await waiting;
  let response: Response;
  try {
    response = await fetch(sent.url, sent);
  } catch (cause) {
    throw failure(request, cause);
  }
  return waiting && response.status === 401 && !sent.refresh && !sent.duplex
    ? send(settings, { ...request, refresh: true })
    : response;
}

/** What a broken exchange is to the caller: the reason of an abort as it is, as `fetch` does. */
export function failure(request: OutgoingRequest, cause: unknown): unknown {
  const { signal } = request;
  if (cause instanceof RequestError) return cause;
  if (!signal?.aborted)
    return new ConnectionError(request, "got no answer", { cause });
  return signal.reason === timeIsUp
    ? new TimeoutError(request, "timed out", { cause })
    : signal.reason;
}
