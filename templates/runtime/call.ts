import { ApiError } from "./api-error.js";
import type { Client } from "./client.js";
import { exchange, type Exchange } from "./exchange.js";
import type { CallOptions, Operation, Params } from "./operation.js";

export type { CallOptions, Operation } from "./operation.js";
export type {
  Failure,
  StatusRange,
  Success,
  UndocumentedStatus,
} from "./result.js";

/**
 * A call on its way: a promise of the decoded body, which rejects with an
 * `ApiError` when the server answers with an error.
 *
 * @example
 * ```ts
 * const task = await getTask(deck, { task_id });
 * const result = await getTask(deck, { task_id }).result();
 * const { data, response } = await getTask(deck, { task_id }).withResponse();
 * ```
 */
export interface Call<Data, Result> extends Promise<Data> {
  /** The name of the function that was called, as errors carry it. */
  operation: string;
  /** The answer as a union on `status`; an error answer does not reject, a broken connection does. */
  result(): Promise<Result>;
  /** The decoded body together with the answer that it came in. */
  withResponse(): Promise<{ data: Data; response: Response }>;
  /**
   * The answer of whatever status with its body unread. To be asked for in the
   * same breath as the call: `download(deck).asResponse()`; later the body is
   * taken. `timeout` goes on until you have read it.
   */
  asResponse(): Promise<Response>;
}

export function call<Data, Result>(
  client: Client,
  operation: Operation,
  params: object = {},
  options: CallOptions = {},
): Call<Data, Result> {
  const state: Exchange = { raw: false, request: undefined };
  const outcome = exchange(
    client.settings(),
    operation,
    params as Params,
    options,
    state,
  );
  const promise = outcome.then((it) => {
    if (it.ok) return it.data;
    throw new ApiError(state.request!, it.response, it.error);
  }) as Call<Data, Result>;
  // Whoever asks for the outcome has taken care of it.
  const result = () => {
    promise.catch(() => {});
    return outcome;
  };
  promise.operation = operation.name;
  promise.result = result as Call<Data, Result>["result"];
  promise.withResponse = async () => ({
    data: await promise,
    response: (await outcome).response,
  });
  promise.asResponse = async () => {
    state.raw = true;
    return (await result()).response;
  };
  return promise;
}
