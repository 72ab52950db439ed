/** The global of this name, with `any`, which the DOM types of TypeScript 5.4 do not know. */
export const abortSignal = AbortSignal as unknown as {
  any(signals: readonly AbortSignal[]): AbortSignal;
};

/**
 * What `work` comes to, or the reason of the signal when that aborts before.
 *
 * It listens to a signal of its own, since Node warns of many listeners on the
 * caller's, and no longer than it must: what is listened to is not collected.
 * That costs as much as a whole call, so what is there at once is awaited first.
 */
export async function orAbort<Value>(
  work: Promise<Value>,
  caller: AbortSignal | null | undefined,
): Promise<Value> {
  let waits = !!caller;
  const end = () => (waits = false);
  work.then(end, end);
  for (let turns = 9; turns; turns--) if (waits) await Promise.resolve();
  if (!waits) return work;
  const signal = abortSignal.any([caller!]);
  try {
    return await new Promise<Value>((resolve, reject) => {
      work.then(resolve, reject);
      signal.onabort = () => reject(signal.reason);
      signal.throwIfAborted();
    });
  } finally {
    signal.onabort = null;
  }
}
