import type { OutgoingRequest } from "./operation.js";

export type RequestFacts = Pick<
  OutgoingRequest,
  "operation" | "method" | "url"
>;

/**
 * What went wrong with a request; `ApiError`, `ConnectionError` and `TimeoutError`
 * say how. `facts` are more properties of the error, its `cause` among them.
 */
export class RequestError extends Error {
  /** The function that was called: `listEvents`. */
  declare readonly operation: string;
  declare readonly method: string;
  /** Where the request went, without its query, which may hold secrets. */
  declare readonly url: string;

  constructor(
    { operation, method, url }: RequestFacts,
    problem: string,
    facts?: ErrorOptions,
  ) {
    [url] = url.split("?") as [string];
    super(`${method} ${url} ${problem}`, facts);
    Object.assign(this, { operation: operation.name, method, url }, facts);
  }
}
