/**
 * The unescaped tokens of a JSON pointer (RFC 6901, section 4): `/paths/~1events/get` is `["paths", "/events", "get"]`.
 * The empty pointer, the whole document, has none.
 */
export function pointerTokens(pointer: string): readonly string[] {
  if (pointer === "") return [];
  return pointer
    .replace(/^\//, "")
    .split("/")
    .map((token) => token.replace(/~1/g, "/").replace(/~0/g, "~"));
}

/** Keys of objects and indexes of arrays, from the root, as a JSON pointer: `["paths", "/events"]` is `/paths/~1events`. */
export function pointerOf(path: readonly (string | number)[]): string {
  return path.map((key) => `/${pointerToken(String(key))}`).join("");
}

/** A key as a token of a JSON pointer (RFC 6901, section 3). */
export function pointerToken(key: string): string {
  return key.replace(/~/g, "~0").replace(/\//g, "~1");
}
