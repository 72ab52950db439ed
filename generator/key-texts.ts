/**
 * Tells whether a key has the form of a pattern of the model: its first text at the start, its last at the end, the
 * others between them in their order.
 */
export function matchesTexts(texts: readonly string[], key: string): boolean {
  const [head = "", ...others] = texts;
  const tail = others.pop() ?? "";
  const end = key.length - tail.length;
  if (!key.startsWith(head) || !key.endsWith(tail) || end < head.length) return false;
  let at = head.length;
  for (const text of others) {
    const found = key.indexOf(text, at);
    if (found < 0) return false;
    at = found + text.length;
  }
  return at <= end;
}

/** True when every key of the form of `narrow` has that of `wide`, too. */
export function coversTexts(wide: readonly string[], narrow: readonly string[]): boolean {
  return matchesTexts(wide, narrow.join(ANYTHING));
}

/** Stands for what is between two texts: a character for private use, which no text of a pattern has. */
const ANYTHING = "\uE000";
