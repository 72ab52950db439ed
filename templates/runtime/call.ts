import { anySignal } from "./any-signal.js";
import { ApiError } from "./api-error.js";
import type { Client } from "./client.js";
import { ConnectionError } from "./connection-error.js";
import { limitOf } from "./limit.js";
import type {
  CallOptions,
  Operation,
  OutgoingRequest,
  Params,
} from "./operation.js";
import { prepare } from "./prepare.js";
import type { Failure, Success } from "./result.js";
import { TimeoutError } from "./timeout-error.js";

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

export type Outcome = Success<number, unknown> | Failure<number, unknown>;

/**
 * Makes a call. Generated functions do nothing else.
 *
 * One function with the call's facts in its scope, and few promises: each layer
 * of functions that hand them on costs bytes, each that is awaited costs every
 * call a turn of the microtask queue (docs/runtime/size-and-speed.md).
 */
export function call<Data, Result>(
  client: Client,
  operation: Operation,
  params: object = {},
  options: CallOptions = {},
): Call<Data, Result> {
  const settings = client.settings();
  const { baseUrl = settings.baseUrl } = operation;
  const { signal } = options;
  const request: OutgoingRequest = {
    url: baseUrl + operation.path,
    method: operation.method,
    headers: { accept: operation.accept ?? "application/json" },
    operation,
    attempt: 1,
    signal: null,
  };
  let limit: AbortSignal | undefined;
  let raw = false;

  const outcome = run();
  const promise = outcome.then((it) => {
    if (it.ok) return it.data;
    throw new ApiError(request, it.response, it.error);
  }) as Call<Data, Result>;
  promise.operation = operation.name;
  promise.result = () => {
    // Whoever asks for the outcome has taken care of it.
    promise.catch(() => {});
    return outcome as Promise<never>;
  };
  promise.withResponse = () => promise.then(() => outcome as Promise<never>);
  promise.asResponse = async () => {
    raw = true;
    promise.catch(() => {});
    return (await outcome).response;
  };
  return promise;

  async function run(): Promise<Outcome> {
    prepare(request, params as Params, options, settings.headers);
    const { middleware, retrying } = settings;
    const started = performance.now();
    for (let now = started; ; now = performance.now()) {
      limit = limitOf(settings, operation, options, started, now);
      request.signal =
        signal && limit
          ? anySignal([signal, limit])
          : (signal ?? limit ?? null);
      let result: Failure<number, unknown> | undefined;
      let cause: unknown;
      try {
        const response = await (middleware
          ? middleware(copyOf(request), send)
          : send(request));
        const { ok, status } = response;
        let text: string | undefined;
        let value: unknown;
        try {
          if (ok && operation.decode && !raw) {
            value = await operation.decode(response, request);
          } else if (!raw) {
            text = await response.text();
            value = text ? JSON.parse(text) : undefined;
          }
        } catch (cause) {
          if (!(cause instanceof SyntaxError)) fail(cause);
          if (ok) throw new ApiError(request, response, text, { cause });
          value = text;
        }
        if (ok) return { ok, status, data: value, response };
        result = { ok, status, error: value, response };
      } catch (error) {
        cause = error;
      }
      if (
        !(await retrying?.(settings, request, options, started, result, cause))
      ) {
        if (result) return result;
        throw cause;
      }
      request.attempt++;
    }
  }

  /** Puts credentials on a copy of the request, which nobody else sees, and hands it to `fetch`. */
  function send(draft: OutgoingRequest): Promise<Response> {
    const { authorize, fetch = globalThis.fetch } = settings;
    const sent = copyOf(draft);
    // Middleware can lead elsewhere.
    const home = !settings.middleware || sent.url.startsWith(`${baseUrl}/`);
    const waiting = home && authorize?.(sent);
    if (!waiting) return go();
    // What had to be asked for can be asked for again, after a 401.
    request.refresh ??= false;
    return waiting.then(go);

    function go(): Promise<Response> {
      const sending = sent.carry?.(fetch, sent) ?? fetch(sent.url, sent);
      return sending.catch(fail);
    }
  }

  /** Tells how an exchange broke: an abort by the caller is its own reason, as in `fetch`. */
  function fail(cause: unknown): never {
    if (limit?.aborted) throw new TimeoutError(request, "timed out", { cause });
    if (signal?.aborted) throw signal.reason;
    throw new ConnectionError(request, "failed", { cause });
  }
}

function copyOf(request: OutgoingRequest): OutgoingRequest {
  return { ...request, headers: Object.assign({}, request.headers) };
}
