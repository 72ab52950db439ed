import type { ApiError } from "./api-error.js";
import type { Client } from "./client.js";
import { exchange, type Exchanging } from "./exchange.js";
import type { CallOptions, Decode, Operation, Params } from "./operation.js";
import type { Failure, Success } from "./result.js";

export type { CallOptions, Operation } from "./operation.js";
export type {
  Failure,
  FailureWith,
  ResponseHeaders,
  StatusRange,
  Success,
  SuccessWith,
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

type Outcome = Success<number, unknown> | Failure<number, unknown>;

/** Makes a call. Generated functions do nothing else. */
export function call<Data, Result>(
  client: Client,
  operation: Operation,
  params?: object,
  options?: CallOptions,
): Call<Data, Result> {
  return new Sent<Data, Result>(client, operation, params, options);
}

/**
 * A call that has been sent.
 *
 * A class around a promise: methods that are set on a promise make V8 keep each
 * call until a full collection, and a promise of a class of its own is slow
 * (docs/runtime/size-and-speed.md). It does not keep what it was called with, so
 * that printing a call shows no secret.
 */
export class Sent<Data, Result> implements Call<Data, Result>, Exchanging {
  declare readonly operation: string;
  declare read?: Decode;
  declare refused?: ApiError;
  readonly #answer: Promise<Success<number, unknown>>;

  constructor(
    client: Client,
    operation: Operation,
    params?: object,
    options?: CallOptions,
  ) {
    this.operation = operation.name;
    this.#answer = exchange(this, client, operation, params as Params, options);
  }

  get [Symbol.toStringTag](): string {
    return this.operation;
  }

  then<Used = Data, Failed = never>(
    use?: ((data: Data) => Used | PromiseLike<Used>) | null,
    fail?: ((error: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Used | Failed> {
    const answer = this.#answer as Promise<{ data: Data & Used }>;
    return answer.then((it) => (use ? use(it.data) : it.data), fail);
  }

  catch<Failed = never>(
    fail?: ((error: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Data | Failed> {
    return this.then(null, fail);
  }

  finally(end?: (() => void) | null): Promise<Data> {
    return this.then(null).finally(end);
  }

  result(): Promise<Result> {
    return this.#answer.catch((error: unknown) => {
      if (error !== this.refused) throw error;
      const { status, body, response } = error as ApiError;
      return { ok: false, status, error: body, response };
    }) as Promise<never>;
  }

  withResponse(): Promise<{ data: Data; response: Response }> {
    return this.#answer as Promise<never>;
  }

  async asResponse(): Promise<Response> {
    this.read = () => {};
    return ((await this.result()) as Outcome).response;
  }
}
