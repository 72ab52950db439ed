import { asUint8Array, isBytes, toBytes } from "./bytes.js";
import { WebhookVerificationError } from "./verification-error.js";

/** Headers as fetch has them, or a plain object in any case, as node has it. */
export type WebhookHeaders =
  | { get(name: string): string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** One delivery: a fetch `Request`, or its headers and its body as it came. */
export type WebhookDelivery =
  | {
      readonly headers: { get(name: string): string | null };
      readonly bodyUsed: boolean;
      arrayBuffer(): Promise<ArrayBuffer>;
    }
  | {
      readonly headers: WebhookHeaders;
      /** The very bytes (or text) that arrived, before any JSON parser. */
      readonly body: string | ArrayBuffer | ArrayBufferView;
    };

/**
 * The header's value; names are compared without regard to case, and a header
 * that came several times is joined with a space, as signatures are.
 */
export function headerOf(
  headers: WebhookHeaders,
  name: string,
): string | undefined {
  if (isHeaders(headers)) return headers.get(name) ?? undefined;
  for (const [key, value] of Object.entries(headers)) {
    if (key.toLowerCase() !== name || value === undefined) continue;
    return typeof value === "string" ? value : value.join(" ");
  }
  return undefined;
}

/**
 * The bytes of the delivery's body.
 *
 * @throws WebhookVerificationError `body-parsed`, `body-consumed` or
 * `body-missing`, saying how to get at the bytes.
 */
export async function bodyOf(delivery: WebhookDelivery): Promise<Uint8Array> {
  if ("arrayBuffer" in delivery && typeof delivery.arrayBuffer === "function") {
    if (delivery.bodyUsed) throw consumed();
    return new Uint8Array(await delivery.arrayBuffer());
  }
  const { body }: { body?: unknown } = delivery as { body?: unknown };
  if (typeof body === "string") return toBytes(body);
  if (isBytes(body)) return asUint8Array(body);
  throw body === undefined || body === null || isStream(body)
    ? missing()
    : parsed();
}

function isHeaders(
  headers: WebhookHeaders,
): headers is { get(name: string): string | null } {
  return typeof (headers as { get?: unknown }).get === "function";
}

function isStream(body: unknown): boolean {
  return (
    typeof body === "object" &&
    body !== null &&
    ("getReader" in body || Symbol.asyncIterator in body)
  );
}

function consumed(): WebhookVerificationError {
  return new WebhookVerificationError(
    "body-consumed",
    "The request's body was already read. Verify first, or keep the text: `const body = await request.text()`, then pass `{ body, headers: request.headers }`.",
  );
}

function missing(): WebhookVerificationError {
  return new WebhookVerificationError(
    "body-missing",
    "There is no body to verify. Pass `{ body, headers }` with the body as text or bytes; in Express, put `express.raw({ type: () => true })` in front of this route.",
  );
}

function parsed(): WebhookVerificationError {
  return new WebhookVerificationError(
    "body-parsed",
    "The body was already parsed, and the signature is over its bytes, which parsing loses. Take the raw body instead: `express.raw({ type: () => true })` in front of this route (before `express.json()`), `bodyParser: false` in Next.js pages, `await request.text()` elsewhere.",
  );
}
