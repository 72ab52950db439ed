import { anySignal } from "./any-signal.js";

/** Waits `ms` milliseconds; when the signal aborts meanwhile, rejects with its reason. */
export function sleep(
  ms: number,
  caller: AbortSignal | null | undefined,
): Promise<void> {
  // One listener on a signal of our own: Node warns of many on the caller's.
  const signal = caller && anySignal([caller]);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(end, ms);
    signal?.addEventListener("abort", end);

    function end(): void {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      if (signal?.aborted) reject(signal.reason);
      else resolve();
    }
  });
}
