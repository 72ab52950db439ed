import type { WebhookDelivery } from "./delivery.js";
import type { EventDispatcher } from "./handle.js";
import { EventParseError } from "./parse-error.js";
import { verifyDelivery, type VerifyOptions } from "./verify.js";
import {
  type WebhookVerificationCode,
  WebhookVerificationError,
} from "./verification-error.js";

export interface ReceiveOptions extends VerifyOptions {
  /** The largest body that is read, in bytes. Default: 1,048,576. */
  readonly maxBytes?: number;

  /**
   * How long the answer waits for the handlers, in milliseconds. Handlers that
   * take longer go on after the answer 202; `0` answers at once. Senders give up
   * after a few seconds and deliver again. Default: 2,000.
   */
  readonly answerWithin?: number;

  /**
   * Keeps the process alive for handlers that go on after the answer: `waitUntil`
   * of the platform's context, on platforms that stop with the answer.
   */
  readonly waitUntil?: (work: Promise<unknown>) => void;

  /**
   * Learns of every refused delivery and of every error of a handler.
   * Default: errors of handlers go to `console.error`.
   */
  readonly onError?: (error: unknown, about: ReceiveProblem) => void;
}

/** What an error is about. */
export interface ReceiveProblem {
  /** The handler that threw; undefined if the delivery was refused. */
  readonly handler: string | undefined;
  /** The event it was given; undefined if the delivery was refused. */
  readonly event: unknown;
}

/** The answer to a delivery: what both adapters turn into a response. */
export interface Answer {
  readonly status: number;
  /** One word for whoever reads the sender's log. */
  readonly reason: string;
}

/** The body is larger than `maxBytes`. */
export class BodyTooLargeError extends Error {
  override readonly name = "BodyTooLargeError";

  constructor(maxBytes: number) {
    super(`The body is larger than ${maxBytes} bytes.`);
  }
}

/** Verifies and handles a delivery. Never rejects. */
export async function receive<Event>(
  events: EventDispatcher<Event>,
  delivery: WebhookDelivery,
  options: ReceiveOptions,
): Promise<Answer> {
  try {
    const event = await verifyDelivery(events.format, delivery, options);
    const work = settle(events, event, options);
    options.waitUntil?.(work);
    return await withDeadline(work, options.answerWithin ?? 2000);
  } catch (error) {
    return refuse(error, options);
  }
}

/** Reports why a delivery is refused, and chooses the answer to it. */
export function refuse(error: unknown, options: ReceiveOptions): Answer {
  report(options.onError, error, { handler: undefined, event: undefined });
  if (error instanceof BodyTooLargeError) return tooLarge;
  if (error instanceof EventParseError) {
    return { status: 400, reason: error.code };
  }
  if (error instanceof WebhookVerificationError) {
    return { status: statuses[error.code], reason: error.code };
  }
  return failed;
}

const tooLarge: Answer = { status: 413, reason: "body-too-large" };
const failed: Answer = { status: 500, reason: "failed" };

/** 400: not a delivery at all. 401: not proven. 500: our own set-up is wrong. */
const statuses: Readonly<Record<WebhookVerificationCode, number>> = {
  "missing-header": 400,
  "invalid-timestamp": 400,
  "timestamp-too-old": 401,
  "timestamp-too-new": 401,
  "unsupported-signature": 401,
  "signature-mismatch": 401,
  "body-parsed": 500,
  "body-consumed": 500,
  "body-missing": 500,
  "invalid-secret": 500,
};

/** Runs the handlers. A failure makes the sender deliver again. */
async function settle<Event>(
  events: EventDispatcher<Event>,
  event: Event,
  options: ReceiveOptions,
): Promise<Answer> {
  const { onError = logError } = options;
  try {
    const { duplicate, failures } = await events(event);
    for (const { handler, error } of failures) {
      report(onError, error, { handler, event });
    }
    if (failures.length > 0) return failed;
    return { status: 200, reason: duplicate ? "duplicate" : "handled" };
  } catch (error) {
    report(onError, error, { handler: undefined, event });
    return failed;
  }
}

/** An `onError` that throws or rejects neither costs the sender its answer nor ends the process. */
function report(
  onError: ReceiveOptions["onError"],
  error: unknown,
  about: ReceiveProblem,
): void {
  new Promise<unknown>((resolve) => {
    resolve(onError?.(error, about));
  }).catch((failure: unknown) => {
    console.error("`onError` failed.", failure);
  });
}

function logError(error: unknown, { handler }: ReceiveProblem): void {
  console.error(`The event handler "${handler ?? "store"}" failed.`, error);
}

/** The work's answer, or 202 when the work takes too long to wait for it. */
async function withDeadline(
  work: Promise<Answer>,
  milliseconds: number,
): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<Answer>((resolve) => {
    timer = setTimeout(resolve, milliseconds, accepted);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

const accepted: Answer = { status: 202, reason: "accepted" };
