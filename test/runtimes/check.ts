/* What a check of a runtime needs: plain code, so that it runs where only `fetch` and promises do. */

/** Rejects when it does not hold. */
export type Checks = Readonly<Record<string, (servers: Servers) => Promise<void>>>;

/** Addresses without a slash at the end. */
export interface Servers {
  /** `server.ts`. */
  readonly home: string;
  /** Another origin of the same. */
  readonly elsewhere: string;
  /** Where this runtime itself answers with `receiveEvent`, if it was started so. */
  readonly receiver?: string | undefined;
}

export function same(actual: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Error(`${is} instead of ${should}`);
}

export async function rejection(call: Promise<unknown>): Promise<Error> {
  try {
    await call;
  } catch (error) {
    return error as Error;
  }
  throw new Error("resolved instead of rejecting");
}
