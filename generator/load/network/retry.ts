import type { NetworkPolicy } from "./policy.ts";

/** Answers that say "not now": RFC 6585, section 4, and RFC 9110, section 15.6. */
const passingStatuses: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);

const passingErrors: ReadonlySet<string> = new Set([
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EAI_AGAIN",
  "ERR_STREAM_PREMATURE_CLOSE",
]);

/** True for an answer that another try may change. */
export function isPassingStatus(status: number): boolean {
  return passingStatuses.has(status);
}

/** True for a fault of the connection that another try may not meet. */
export function isPassingError(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code !== undefined && passingErrors.has(code);
}

/**
 * Milliseconds to wait before the repetition of this number (1 is the first). What the server asks for counts, as far
 * as the policy goes; else the time doubles.
 */
export function retryDelay(
  { retryDelay, maxRetryDelay }: NetworkPolicy,
  repetition: number,
  retryAfter: string | undefined,
  now: number,
): number {
  const asked = parseRetryAfter(retryAfter, now) ?? retryDelay * 2 ** (repetition - 1);
  return Math.min(asked, maxRetryDelay);
}

/** Seconds, or a date (RFC 9110, section 10.2.3). */
function parseRetryAfter(text: string | undefined, now: number): number | undefined {
  if (text === undefined) return undefined;
  if (/^\s*\d+\s*$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(date - now, 0);
}
