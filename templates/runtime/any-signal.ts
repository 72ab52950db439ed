/** The global of this name, with `any`, which the DOM types of TypeScript 5.4 do not know. */
export const abortSignal = AbortSignal as unknown as {
  any(signals: readonly AbortSignal[]): AbortSignal;
};

/**
 * What `work` comes to, or the reason of the signal when that aborts before.
 *
 * It listens to a signal of its own, since Node warns of many listeners on the
 * caller's, and no longer than it must: what is listened to is not collected.
 */
export function orAbort<Value>(
  work: Promise<Value>,
  caller: AbortSignal | null | undefined,
): Promise<Value> {
  if (!caller) return work;
  const signal = abortSignal.any([caller]);
  return new Promise<Value>((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.onabort = stop;
    work.then(resolve, reject);
  }).finally(() => (signal.onabort = null));
}
