import type { OutgoingRequest } from "./operation.js";
import { RequestError } from "./request-error.js";

/**
 * The server answered, and not with what was asked for: a status outside
 * 200-299, or a body that could not be decoded (then `cause` says why).
 *
 * @example
 * ```ts
 * try {
 *   await getTask(deck, { task_id: "task_1" });
 * } catch (error) {
 *   if (error instanceof ApiError && error.status === 404) return undefined;
 *   throw error;
 * }
 * ```
 */
export class ApiError<
  Status extends number = number,
  Body = unknown,
> extends RequestError {
  override readonly name = "ApiError";
  /** The HTTP status that was received. */
  declare readonly status: Status;
  /** The decoded body; `undefined` when it was empty, text when it was not JSON. */
  declare readonly body: Body;
  /** The server's name for this exchange, its `x-request-id`: what its support asks for. */
  declare readonly requestId: string | null;
  // Private, because headers of an answer can hold cookies and logs print fields.
  readonly #response: Response;

  constructor(
    request: OutgoingRequest,
    response: Response,
    body: Body,
    options?: ErrorOptions,
  ) {
    const { status, headers } = response;
    super(request, `answered ${status}`, {
      status,
      body,
      requestId: headers.get("x-request-id"),
      ...options,
    } as ErrorOptions);
    this.#response = response;
  }

  /** The headers of the answer. */
  get headers(): Headers {
    return this.#response.headers;
  }

  /** The answer itself; its body has been read. */
  get response(): Response {
    return this.#response;
  }
}
