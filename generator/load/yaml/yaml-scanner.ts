const separation = /(?:[\s\uFEFF]+|#[^\n]*)*/y;

/** Steps over spaces, line breaks and comments (YAML 1.2.2, section 6.6 and 6.7). */
export function skipSeparation(text: string, at: number): number {
  separation.lastIndex = at;
  separation.test(text);
  return Math.min(separation.lastIndex, text.length);
}

const property = /&([^\s,[\]{}]+)|![^\s,[\]{}]*/y;

/** Steps over a node's anchor and tag (YAML 1.2.2, section 6.9). */
export function skipNodeProperties(
  text: string,
  start: number,
): { readonly end: number; readonly anchor: string | undefined } {
  let at = start;
  let anchor: string | undefined;
  for (;;) {
    property.lastIndex = at;
    const found = property.exec(text);
    if (found === null) return { end: at, anchor };
    anchor ??= found[1];
    at = skipSeparation(text, property.lastIndex);
  }
}
