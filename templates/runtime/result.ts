/** How a call ended: the union on `status` that `.result()` gives. Types only, nothing of it is in a bundle. */

/** The server answered with a 2xx status. */
export interface Success<Status extends number, Data> {
  readonly ok: true;
  readonly status: Status;
  readonly data: Data;
  /** The answer itself, for its headers. Its body has been read. */
  readonly response: Response;
}

/** The server answered with any other status. */
export interface Failure<Status extends number, Body> {
  readonly ok: false;
  readonly status: Status;
  /** The decoded body; `undefined` when it was empty, text when it was not JSON. */
  readonly error: Body;
  /** The answer itself, for its headers. Its body has been read. */
  readonly response: Response;
}

/** A success whose documented headers are known: `result.response.headers.get("X-Total")`. */
export interface SuccessWith<
  Status extends number,
  Data,
  Known extends ResponseHeaders,
> extends Success<Status, Data> {
  readonly response: ResponseWith<Known>;
}

/** A failure whose documented headers are known. */
export interface FailureWith<
  Status extends number,
  Body,
  Known extends ResponseHeaders,
> extends Failure<Status, Body> {
  readonly response: ResponseWith<Known>;
}

export interface ResponseWith<Known extends ResponseHeaders> extends Response {
  readonly headers: Known;
}

export type ResponseHeaders = Response["headers"];

/**
 * The type of a status that the API's document does not mention.
 *
 * An enum of its own keeps `switch (result.status)` narrowing: each documented
 * `case` selects one member of the union and `default` is exactly the rest,
 * while a member of type `number` would be part of every case. It exists for the
 * type checker only; at run time `status` is the number that was received.
 */
export declare enum UndocumentedStatus {
  value = -1,
}

/**
 * The types of statuses that a document gives as a range (`4XX`); they narrow as
 * `UndocumentedStatus` does.
 */
export declare enum StatusRange {
  Informational = -100,
  Success = -200,
  Redirection = -300,
  ClientError = -400,
  ServerError = -500,
}
