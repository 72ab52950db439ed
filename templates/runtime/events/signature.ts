import {
  asUint8Array,
  concatenate,
  fromBase64,
  toBase64,
  toBytes,
} from "./bytes.js";
import { WebhookVerificationError } from "./verification-error.js";

/**
 * A signing secret: `whsec_` and base64, base64 alone, or the bytes of the key.
 */
export type WebhookSecret = string | Uint8Array;

/** What the signature protects besides the body. */
export interface SignedHead {
  /** `webhook-id` */
  readonly id: string;
  /** `webhook-timestamp`: Unix seconds, as written in the header. */
  readonly timestamp: string;
}

/** The secrets to try, in order. */
export function secretsOf(
  secret: WebhookSecret | readonly WebhookSecret[],
): readonly WebhookSecret[] {
  const secrets =
    typeof secret === "string" || secret instanceof Uint8Array
      ? [secret]
      : // Untyped callers hand over an environment variable that is not set.
        ((secret as readonly WebhookSecret[] | undefined) ?? []);
  if (secrets.length > 0) return secrets;
  throw new WebhookVerificationError(
    "invalid-secret",
    "No webhook secret was given. Is the environment variable set?",
  );
}

/**
 * The signature of a delivery: `v1,` and the base64 of HMAC-SHA256 over
 * `<id>.<timestamp>.<body>` (Standard Webhooks, "Signature scheme").
 */
export async function signatureOf(
  secret: WebhookSecret,
  head: SignedHead,
  body: Uint8Array,
): Promise<string> {
  const key = await crypto.subtle.importKey(
    "raw",
    concatenated([keyBytes(secret)]),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const content = concatenated([
    toBytes(`${head.id}.${head.timestamp}.`),
    body,
  ]);
  const mac = await crypto.subtle.sign("HMAC", key, content);
  return `v1,${toBase64(new Uint8Array(mac))}`;
}

/**
 * Compares without telling by its duration where the texts differ. Their
 * length is not a secret.
 */
export function equalInConstantTime(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let at = 0; at < a.length; at += 1) {
    difference |= a.charCodeAt(at) ^ b.charCodeAt(at);
  }
  return difference === 0;
}

/** Web Crypto takes views of plain buffers only, so the bytes are copied. */
function concatenated(parts: readonly Uint8Array[]): BufferSource {
  return concatenate(parts) as BufferSource;
}

function keyBytes(secret: WebhookSecret): Uint8Array {
  const key =
    typeof secret === "string"
      ? fromBase64(secret.startsWith("whsec_") ? secret.slice(6) : secret)
      : // One of several may be an environment variable that is not set.
        (secret as Uint8Array | undefined) && asUint8Array(secret);
  if (key !== undefined && key.byteLength > 0) return key;
  throw new WebhookVerificationError(
    "invalid-secret",
    "The webhook secret is not `whsec_` followed by base64. Copy it again from where the webhook was set up.",
  );
}
