import { orAbort } from "./any-signal.js";

/** Waits `ms` milliseconds; when the signal aborts meanwhile, rejects with its reason. */
export function sleep(
  ms: number,
  caller: AbortSignal | null | undefined,
): Promise<void> {
  let timer: ReturnType<typeof setTimeout>;
  const slept = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  return orAbort(slept, caller).finally(() => clearTimeout(timer));
}
