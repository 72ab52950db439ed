import type { Settings } from "./client.js";
import type { Operation } from "./operation.js";

/** A time limit that attempts share. */
export interface SharedLimit {
  readonly signal: AbortSignal;
  /** When the last attempt may join, on the clock of `performance.now()`. */
  readonly until: number;
  /** How many more may join. */
  places: number;
}

/**
 * A signal that aborts in `ms` milliseconds, or up to a sixteenth later.
 *
 * A signal and a timer for each attempt would cost more than everything else here
 * does (2.5 µs on Node 20). So attempts under the client's own timeout share them
 * when they start within the same sixteenth of it.
 */
export function share(
  settings: Settings,
  operation: Operation,
  ms: number,
): AbortSignal | undefined {
  const { timeout = 60_000 } = settings;
  if (ms !== timeout || ms > 2 ** 31 || operation.stream || onCloudflare())
    return undefined;
  const now = performance.now();
  let { limit } = settings;
  if (!limit?.places || limit.until < now) {
    const slice = ms / 16;
    const signal = AbortSignal.timeout(Math.ceil(ms + slice));
    // `fetch` leaves listeners on a signal until they are collected.
    settings.limit = limit = { signal, until: now + slice, places: 256 };
  }
  limit.places--;
  return limit.signal;
}

/** There a signal belongs to the request that it was made for. */
function onCloudflare(): boolean {
  const { navigator } = globalThis as { navigator?: { userAgent?: string } };
  return navigator?.userAgent === "Cloudflare-Workers";
}
