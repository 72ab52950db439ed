/**
 * Why something is not an event:
 *
 * - `not-json`: the text is not JSON.
 * - `not-an-event`: JSON, but without the members that every event has.
 * - `no-event`: an envelope without a message in it.
 * - `several-events`: an envelope with more than one; `parseEvents` takes it.
 * - `object-notification`: Amazon S3 says that an object was written. The
 *   event is inside of that object: fetch it, and parse its body.
 */
export type EventParseCode =
  | "not-json"
  | "not-an-event"
  | "no-event"
  | "several-events"
  | "object-notification";

/** Where the event of an `object-notification` is. */
export interface StoredObject {
  readonly bucket: string;
  readonly key: string;
}

/** What was given to `parseEvent` or `verifyWebhook` is not an event. */
export class EventParseError extends Error {
  override readonly name = "EventParseError";
  readonly code: EventParseCode;

  /** Only for `object-notification`. */
  readonly object: StoredObject | undefined;

  constructor(
    code: EventParseCode,
    message: string,
    details: { object?: StoredObject; cause?: unknown } = {},
  ) {
    super(message, "cause" in details ? { cause: details.cause } : undefined);
    this.code = code;
    this.object = details.object;
  }
}
