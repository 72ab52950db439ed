import { abortSignal } from "./any-signal.js";
import type { Settings } from "./client.js";
import type { CallOptions, OutgoingRequest } from "./operation.js";

/** A time limit that attempts share. */
interface Limit {
  readonly ms: number;
  readonly signal: AbortSignal;
  /** When the last attempt may join, on the clock of `performance.now()`. */
  until: number;
}

/** By the caller's signal, or by client for calls without one. */
const limits = new WeakMap<object, Limit>();

/**
 * The signal that ends an attempt: with the caller's, after `timeout` milliseconds
 * or sooner when the call's `deadline` is nearer; up to a sixteenth later.
 *
 * A signal and a timer for each attempt would cost more than everything else here
 * does (2.5 µs on Node 20). So attempts with one timeout that start within the
 * same sixteenth of it share them.
 */
export function limitOf(
  request: OutgoingRequest,
  settings: Settings,
  options: CallOptions,
): AbortSignal | null {
  const {
    signal = null,
    timeout = settings.timeout ?? 60_000,
    deadline = settings.deadline ?? Infinity,
  } = options;
  const now = performance.now();
  request.deadline ??= now + deadline;
  const ms = Math.min(timeout, request.deadline - now);
  // More than timers can count is no limit.
  if (ms > 2 ** 30) return signal;
  const slice = ms / 16;
  let limit = limits.get(signal ?? settings);
  // Each that joins shortens the time for others, so that 256 do at most:
  // `fetch` leaves listeners on a signal until they are collected.
  if (limit?.ms !== ms || (limit.until -= slice / 256) < now) {
    const timer = AbortSignal.timeout(Math.max(ms + slice, 0) | 0);
    limit = {
      ms,
      // Node 20 holds a timer's signal only by who listens, which what it is joined to is not.
      signal: signal
        ? Object.assign(abortSignal.any([signal, timer]), { timer })
        : timer,
      // On Cloudflare a signal belongs to the request that it was made for.
      until: "WebSocketPair" in globalThis ? 0 : now + slice,
    };
    limits.set(signal ?? settings, limit);
  }
  return limit.signal;
}
