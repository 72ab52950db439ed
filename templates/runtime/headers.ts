import type { OutgoingRequest } from "./operation.js";

/** Headers to send: by name in any case; `undefined` takes a header away that would be sent otherwise. */
export type HeaderOptions = Readonly<Record<string, string | undefined>>;

/**
 * Sets a header under its lower-case name, so that none is sent twice, or takes
 * it away.
 *
 * @throws TypeError for CR, LF, NUL, other control characters and anything
 * outside of latin1: those end a header or cannot be sent (RFC 9110 section 5.5).
 * The value, which may be a secret, is not in the message.
 */
export function setHeader(
  { headers }: OutgoingRequest,
  name: string,
  value: string | undefined,
): void {
  if (/[^\t -~\x80-\xff]/.test(`${value}`)) {
    throw new TypeError(`Invalid header ${name}`);
  }
  const key = name.toLowerCase();
  if (value === undefined) delete headers[key];
  else headers[key] = value;
}
