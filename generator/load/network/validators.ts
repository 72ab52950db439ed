import type { IncomingHttpHeaders } from "node:http";

/** What tells whether a document is still the same (RFC 9110, section 8.8), as the server gave it. */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/** Those of an answer. Anything that could not be sent again, or that no server means, is left out. */
export function validatorsOf(headers: IncomingHttpHeaders): Validators {
  const { etag } = headers;
  const lastModified = headers["last-modified"];
  return {
    ...(etag !== undefined && isSendable(etag) ? { etag } : {}),
    ...(lastModified !== undefined && isSendable(lastModified) ? { lastModified } : {}),
  };
}

function isSendable(value: string): boolean {
  return /^[\x20-\x7e]{1,200}$/.test(value);
}
