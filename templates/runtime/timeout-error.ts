import { ConnectionError } from "./connection-error.js";

/**
 * The answer was not complete within `timeout` (one attempt) or `deadline` (the
 * whole call). A `ConnectionError` too, since no answer arrived; an abort through
 * `signal` is neither: it rejects with the signal's own reason, as `fetch` does.
 */
export class TimeoutError extends ConnectionError {
  override readonly name = "TimeoutError";
}
