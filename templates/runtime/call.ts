import { ApiError } from "./api-error.js";
import type { Client } from "./client.js";
import { failure } from "./failure.js";
import { setHeader } from "./headers.js";
import type {
  CallOptions,
  Operation,
  OutgoingRequest,
  Params,
} from "./operation.js";
import { queryOf } from "./query.js";
import type { Failure, Success } from "./result.js";
import { TimeoutError } from "./timeout-error.js";

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
  const { authorize, middleware, retry } = settings;
  const { baseUrl = settings.baseUrl } = operation;
  const request: OutgoingRequest = {
    url: baseUrl + operation.path,
    method: operation.method,
    headers: { accept: operation.accept ?? "application/json" },
    operation,
    attempt: 1,
    signal: null,
  };
  let raw = false;
  // Whether it is the exchange that fails, as opposed to functions of the caller.
  let exchanging = false;

  const outcome = run();
  const promise = outcome.then((it) => {
    if (it.ok) return it.data as Data;
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
    for (const write of operation.write ?? []) {
      write(request, params as Params, options);
    }
    request.url += queryOf(operation, params as Params);
    const headers = { ...settings.headers, ...options.headers };
    for (const name in headers) {
      const value = headers[name];
      if (value === undefined) delete request.headers[name.toLowerCase()];
      else setHeader(request, name, value);
    }
    const { timeout = settings.timeout ?? 60_000, signal } = options;
    const { deadline = settings.deadline } = options;
    const end = deadline && performance.now() + deadline;
    for (; ; request.attempt++) {
      const ms = end ? Math.min(timeout, end - performance.now()) : timeout;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let limit = retry?.limit(settings, operation, ms);
      if (!limit) {
        const controller = new AbortController();
        const expire = () =>
          controller.abort(new TimeoutError(request, "timed out"));
        // Timers count to this.
        timer = setTimeout(expire, Math.min(ms, 2 ** 31 - 1));
        limit = controller.signal;
      }
      request.signal = signal ? AbortSignal.any([signal, limit]) : limit;
      let result: Outcome | undefined;
      let cause: unknown;
      try {
        const response = await (middleware
          ? middleware({ ...request }, next)
          : send(request));
        exchanging = true;
        const { ok, status } = response;
        let value: unknown;
        if (ok && operation.decode) {
          value = await operation.decode(response, request);
        } else if (!raw) {
          value = await response.text();
          try {
            value = value ? JSON.parse(value as string) : undefined;
          } catch (cause) {
            if (ok) throw new ApiError(request, response, value, { cause });
          }
        }
        if (ok) return { ok, status, data: value, response };
        result = { ok, status, error: value, response };
      } catch (error) {
        cause = exchanging ? failure(request, error) : error;
      } finally {
        clearTimeout(timer);
      }
      if (
        !(await retry?.again(settings, request, options, result, cause, end))
      ) {
        if (result) return result;
        throw cause;
      }
    }
  }

  /** What middleware is given: its own errors stay as they are, the network's are told apart. */
  async function next(draft: OutgoingRequest): Promise<Response> {
    try {
      return await send(draft);
    } catch (cause) {
      throw exchanging ? failure(request, cause) : cause;
    } finally {
      exchanging = false;
    }
  }

  /** Puts credentials on a copy of the request, which nobody else sees, and hands it to `fetch`. */
  function send(draft: OutgoingRequest): Promise<Response> {
    const { fetch = globalThis.fetch } = settings;
    const headers = Object.assign({}, draft.headers);
    const sent = { ...draft, headers };
    // Middleware can lead elsewhere.
    const home = sent.url === request.url || sent.url.startsWith(baseUrl + "/");
    const waiting = home && authorize?.(sent);
    return waiting ? waiting.then(go) : go();

    function go(): Promise<Response> {
      exchanging = true;
      return fetch(sent.url, sent);
    }
  }
}
