import { ConnectionError } from "./connection-error.js";
import type { OutgoingRequest } from "./operation.js";
import { RequestError } from "./request-error.js";

/** What a broken exchange is to the caller: an abort is its own reason, as in `fetch`. */
export function failure(request: OutgoingRequest, cause: unknown): unknown {
  const { signal } = request;
  if (cause instanceof RequestError) return cause;
  return signal?.aborted
    ? signal.reason
    : new ConnectionError(request, "failed", { cause });
}
