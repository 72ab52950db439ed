import { bodyOf, headerOf, type WebhookDelivery } from "./delivery.js";
import type { EventFormat } from "./format.js";
import { readBody } from "./read.js";
import {
  equalInConstantTime,
  secretsOf,
  signatureOf,
  type SignedHead,
  type WebhookSecret,
} from "./signature.js";
import { WebhookVerificationError } from "./verification-error.js";

export interface VerifyOptions {
  /**
   * The secret of the webhook, or all that are valid: after a rotation, the new
   * one and the old one.
   */
  readonly secret: WebhookSecret | readonly WebhookSecret[];

  /**
   * How many seconds the delivery's timestamp may lie in the past or in the
   * future. `Infinity` switches the check off. Default: 300.
   */
  readonly tolerance?: number;

  /** The present, in milliseconds since 1970. Default: `Date.now`. */
  readonly now?: () => number;
}

/**
 * The event of a signed delivery, after checking that it is authentic
 * (https://www.standardwebhooks.com).
 *
 * @throws WebhookVerificationError if it is not, with a `code` that says why.
 * @throws EventParseError if it is authentic, but not an event.
 */
export async function verifyDelivery<Event>(
  format: EventFormat<Event>,
  delivery: WebhookDelivery,
  options: VerifyOptions,
): Promise<Event> {
  const head = {
    id: required(delivery, "webhook-id"),
    timestamp: required(delivery, "webhook-timestamp"),
  };
  const signatures = required(delivery, "webhook-signature");
  checkTimestamp(head.timestamp, options);
  const body = await bodyOf(delivery);
  await checkSignature(signatures, head, body, options);
  return readBody(format, body);
}

function required(delivery: WebhookDelivery, name: string): string {
  const value = headerOf(delivery.headers, name);
  if (value !== undefined && value !== "") return value;
  throw new WebhookVerificationError(
    "missing-header",
    `The delivery has no \`${name}\` header, so it was not sent by a webhook of this API, or something on its way took the header off.`,
  );
}

function checkTimestamp(timestamp: string, options: VerifyOptions): void {
  if (!/^\d{1,15}$/.test(timestamp)) {
    throw new WebhookVerificationError(
      "invalid-timestamp",
      "The `webhook-timestamp` header is not a number of seconds.",
    );
  }
  const { tolerance = 300, now = Date.now } = options;
  const age = Math.floor(now() / 1000) - Number(timestamp);
  // A tolerance that is no number lets nothing pass.
  if (Math.abs(age) <= tolerance) return;
  throw age > 0
    ? outside("timestamp-too-old", age, "ago")
    : outside("timestamp-too-new", -age, "ahead");
}

function outside(
  code: "timestamp-too-old" | "timestamp-too-new",
  seconds: number,
  direction: string,
): WebhookVerificationError {
  return new WebhookVerificationError(
    code,
    `The delivery was signed ${seconds} seconds ${direction}, which is outside of the tolerance. Either it is replayed, or a clock is wrong.`,
  );
}

/** Every secret is tried against every signature, whichever matched before. */
async function checkSignature(
  header: string,
  head: SignedHead,
  body: Uint8Array,
  { secret }: VerifyOptions,
): Promise<void> {
  // A header that came twice is joined with a comma (RFC 9110 section 5.3).
  const given = header.split(/,? /).filter((part) => part.startsWith("v1,"));
  if (given.length === 0) throw unsupported();
  let matches = false;
  for (const one of secretsOf(secret)) {
    const expected = await signatureOf(one, head, body);
    for (const signature of given) {
      if (equalInConstantTime(signature, expected)) matches = true;
    }
  }
  if (!matches) throw mismatch();
}

function unsupported(): WebhookVerificationError {
  return new WebhookVerificationError(
    "unsupported-signature",
    "The `webhook-signature` header has no signature of version v1.",
  );
}

function mismatch(): WebhookVerificationError {
  return new WebhookVerificationError(
    "signature-mismatch",
    "No signature matches. Either the secret is another one, or the body is not byte for byte what was sent.",
  );
}
