/**
 * Why a delivery is not accepted:
 *
 * - `missing-header`: one of the three headers is absent or empty.
 * - `invalid-timestamp`: `webhook-timestamp` is not a number of seconds.
 * - `timestamp-too-old`, `timestamp-too-new`: outside of the tolerance; the
 *   delivery may be replayed by somebody else.
 * - `unsupported-signature`: no signature of version `v1`.
 * - `signature-mismatch`: signed with another secret, or changed on its way.
 * - `body-parsed`: the body is no longer the bytes that were signed.
 * - `body-consumed`: the request's body was already read.
 * - `body-missing`: there is no body in what was given.
 * - `invalid-secret`: a secret is empty or not base64, or none was given.
 */
export type WebhookVerificationCode =
  | "missing-header"
  | "invalid-timestamp"
  | "timestamp-too-old"
  | "timestamp-too-new"
  | "unsupported-signature"
  | "signature-mismatch"
  | "body-parsed"
  | "body-consumed"
  | "body-missing"
  | "invalid-secret";

/** A delivery that did not prove to come from the API. */
export class WebhookVerificationError extends Error {
  override readonly name = "WebhookVerificationError";
  readonly code: WebhookVerificationCode;

  constructor(code: WebhookVerificationCode, message: string) {
    super(message);
    this.code = code;
  }
}
