import type { Settings } from "./client.js";
import type { OutgoingRequest } from "./operation.js";

/** The time limit of one attempt, or of several that start together. */
export interface Limit {
  /** For `fetch`: aborts when the time is up or the caller aborts. */
  readonly signal: AbortSignal;
  /** When the last attempt may join, on the clock of `performance.now()`. */
  readonly until: number;
  /** How many more may join. */
  places: number;
  /** To be called after an attempt; when its body is still being read, `open` leaves that to the caller's signal. */
  readonly leave: (open?: boolean) => void;
}

/** The reason of signals that abort because the time is up. */
export const timeIsUp: DOMException = new DOMException(
  "The time is up",
  "TimeoutError",
);

/**
 * Begins the limit of an attempt: `ms` milliseconds.
 *
 * A signal and a timer for each attempt would cost more than everything else here
 * does (2.5 µs on Node 20). So attempts under the client's own timeout share them
 * when they start within the same sixteenth of it.
 */
export function enter(
  settings: Settings,
  { operation }: OutgoingRequest,
  ms: number,
  caller: AbortSignal | undefined,
  now: number,
): Limit {
  if (caller || operation.stream || ms !== settings.timeout)
    return start(ms, 0, 0, caller);
  let { limit } = settings;
  if (!limit?.places || limit.until < now) {
    settings.limit = limit = start(ms, ms / 16, now);
  }
  limit.places--;
  return limit;
}

function start(
  ms: number,
  slice: number,
  now: number,
  caller?: AbortSignal,
): Limit {
  caller?.throwIfAborted();
  const controller = new AbortController();
  const abort = () => controller.abort(caller?.reason);
  caller?.addEventListener("abort", abort);
  // Timers count in 32 bits.
  const timer: unknown =
    ms < 2 ** 31 && setTimeout(() => controller.abort(timeIsUp), ms + slice);
  const shared = slice && canIdle(timer);
  return {
    signal: controller.signal,
    until: now + slice,
    // `fetch` leaves listeners on a signal until they are collected.
    places: shared ? 256 : 0,
    leave(open) {
      if (shared) return;
      clearTimeout(timer as number);
      if (!open) caller?.removeEventListener("abort", abort);
    },
  };
}

/**
 * Whether a timer can be left to run out: not where it keeps the process alive,
 * and not on Cloudflare, where it belongs to the request that made it. Of the
 * others only Node needs it.
 */
function canIdle(timer: unknown): unknown {
  const { navigator } = globalThis as { navigator?: { userAgent?: string } };
  return (
    /^(Node|u)/.test(`${navigator?.userAgent}`) &&
    (timer as { unref?: () => unknown }).unref?.()
  );
}
