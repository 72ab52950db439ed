import { abortSignal } from "./any-signal.js";

/** Waits `ms` milliseconds; when the signal aborts meanwhile, rejects with its reason. */
export function sleep(
  ms: number,
  caller: AbortSignal | null | undefined,
): Promise<void> {
  // One listener on a signal of our own: Node warns of many on the caller's.
  const signal = caller && abortSignal.any([caller]);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
