interface AnySignal {
  any(signals: readonly AbortSignal[]): AbortSignal;
}

/** `AbortSignal.any`, which the DOM types of TypeScript 5.4 do not know. */
export function anySignal(signals: readonly AbortSignal[]): AbortSignal {
  return (AbortSignal as unknown as AnySignal).any(signals);
}
