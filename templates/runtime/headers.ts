/** Headers to send: by name in any case; `undefined` takes a header away that would be sent otherwise. */
export type HeaderOptions = Readonly<Record<string, string | undefined>>;

/**
 * Sets a header under its lower-case name, so that none is sent twice; takes it
 * away when `value` is undefined.
 *
 * @throws TypeError for CR, LF, NUL, other control characters and anything
 * outside of latin1: those end a header or cannot be sent (RFC 9110 section 5.5).
 * The value, which may be a secret, is not in the message.
 */
export function setHeader(
  headers: Record<string, string>,
  name: string,
  value: string | undefined,
): void {
  const key = name.toLowerCase();
  if (value === undefined) delete headers[key];
  else if (/[^\t -~\x80-\xff]/.test(name + value)) {
    throw new TypeError(`Header ${JSON.stringify(name)} cannot be sent so`);
  } else headers[key] = value;
}
