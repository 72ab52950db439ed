import { isBytes, toBytes, toText } from "./bytes.js";
import { secretsOf, signatureOf, type WebhookSecret } from "./signature.js";

export interface SignOptions {
  /** The secret; several give several signatures, as during a rotation. */
  readonly secret: WebhookSecret | readonly WebhookSecret[];

  /** `webhook-id`. Default: a random one. */
  readonly id?: string;

  /** When it is signed. Default: now. */
  readonly timestamp?: Date;
}

/** A signed delivery: goes into `new Request(url, delivery)` as it is. */
export interface SignedWebhook {
  readonly method: "POST";
  readonly headers: Record<string, string>;
  readonly body: string;
}

/**
 * Signs an event as the API does, for tests of what receives it. Text and UTF-8
 * bytes are sent as they are, anything else as its JSON.
 *
 * @example
 * const delivery = await signWebhook(event, { secret });
 * const response = await receive(new Request(url, delivery));
 */
export async function signWebhook(
  event: unknown,
  options: SignOptions,
): Promise<SignedWebhook> {
  const body = bodyFor(event);
  const { id = `msg_${crypto.randomUUID()}`, timestamp = new Date() } = options;
  const seconds = String(Math.floor(timestamp.getTime() / 1000));
  const signatures: string[] = [];
  for (const secret of secretsOf(options.secret)) {
    const head = { id, timestamp: seconds };
    signatures.push(await signatureOf(secret, head, toBytes(body)));
  }
  return {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": seconds,
      "webhook-signature": signatures.join(" "),
    },
    body,
  };
}

function bodyFor(event: unknown): string {
  if (typeof event === "string") return event;
  return isBytes(event) ? toText(event) : JSON.stringify(event);
}
