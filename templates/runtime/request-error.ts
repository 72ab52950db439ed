import type { OutgoingRequest } from "./operation.js";

/** What went wrong with a request; `ApiError`, `ConnectionError` and `TimeoutError` say how. */
export class RequestError extends Error {
  /** The function that was called: `listEvents`. */
  declare readonly operation: string;
  declare readonly method: string;
  /** Where the request went, without its query, which may hold secrets. */
  declare readonly url: string;

  constructor(
    request: OutgoingRequest,
    problem: string,
    options?: ErrorOptions,
  ) {
    const { method } = request;
    const [url] = request.url.split("?");
    super(`${method} ${url} ${problem}`, options);
    Object.assign(this, { operation: request.operation.name, method, url });
  }
}
