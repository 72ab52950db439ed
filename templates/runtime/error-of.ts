import { ApiError } from "./api-error.js";

/**
 * The errors that an operation answers, as they are thrown: a union on `status`.
 *
 * @example
 * ```ts
 * type ListEventsError = ErrorOf<typeof listEvents>;
 * // ApiError<400, ValidationErrorResponse> | ApiError<401, undefined> | ...
 * ```
 */
export type ErrorOf<Source> = Source extends (...params: never) => infer Called
  ? ErrorOf<Called>
  : Source extends { result(): PromiseLike<infer Result> }
    ? ApiErrorOf<Result>
    : never;

type ApiErrorOf<Result> = Result extends {
  readonly ok: false;
  readonly status: infer Status extends number;
  readonly error: infer Body;
}
  ? ApiError<Status, Body>
  : never;

/**
 * Whether `error` is what this call's server answered; then `error.status` tells
 * its documented bodies apart.
 *
 * @example
 * ```ts
 * const call = getTask(deck, { task_id });
 * try {
 *   return await call;
 * } catch (error) {
 *   if (isErrorOf(call, error) && error.status === 400) show(error.body.errors);
 *   throw error;
 * }
 * ```
 */
export function isErrorOf<Source extends { readonly operation: string }>(
  call: Source,
  error: unknown,
): error is ErrorOf<Source> {
  return error instanceof ApiError && error.operation === call.operation;
}
