/** The global of this name, with `any`, which the DOM types of TypeScript 5.4 do not know. */
export const abortSignal = AbortSignal as unknown as {
  any(signals: readonly AbortSignal[]): AbortSignal;
};
