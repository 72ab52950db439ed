import { anySignal } from "./any-signal.js";
import type { Settings } from "./client.js";
import type { CallOptions, Operation } from "./operation.js";

/** A time limit that attempts share. */
interface Limit {
  readonly ms: number;
  readonly signal: AbortSignal;
  /** When the last attempt may join, on the clock of `performance.now()`. */
  readonly until: number;
  /** How many more may join. */
  places: number;
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
  settings: Settings,
  { stream }: Operation,
  options: CallOptions,
  started: number,
  now: number,
): AbortSignal | undefined {
  const { signal, timeout = settings.timeout ?? 60_000 } = options;
  const { deadline = settings.deadline ?? Infinity } = options;
  const ms = Math.min(timeout, started + deadline - now);
  // More than timers can count is no limit; a stream is read after its call.
  if (stream || ms > 2 ** 30) return signal;
  let limit = limits.get(signal ?? settings);
  if (limit?.ms !== ms || limit.until < now || !limit.places) {
    const slice = ms / 16;
    const timer = AbortSignal.timeout(Math.max(ms + slice, 0) | 0);
    limit = {
      ms,
      signal: signal ? anySignal([signal, timer]) : timer,
      until: now + slice,
      // On Cloudflare a signal belongs to the request that it was made for; and
      // everywhere `fetch` leaves listeners on it until they are collected.
      places: "WebSocketPair" in globalThis ? 1 : 256,
    };
    limits.set(signal ?? settings, limit);
  }
  limit.places--;
  return limit.signal;
}
