/*
 * JSON pointers (RFC 6901): `/paths/~1events/get`; the empty one is the whole document.
 */

/** The keys that a pointer goes by: `/paths/~1events/get` is `["paths", "/events", "get"]`. */
export function pointerTokens(pointer: string): readonly string[] {
  return pointer === "" ? [] : pointer.replace(/^\//, "").split("/").map(unescapeToken);
}

/** Keys of objects and indexes of arrays, from the root, as a pointer: `["paths", "/events"]` is `/paths/~1events`. */
export function pointerOf(path: readonly (string | number)[]): string {
  return path.map((key) => `/${escapeToken(String(key))}`).join("");
}

/** A key as a token of a pointer (RFC 6901, section 3). */
export function escapeToken(key: string): string {
  return key.includes("~") || key.includes("/")
    ? key.replaceAll("~", "~0").replaceAll("/", "~1")
    : key;
}

/** A token of a pointer as the key that it stands for (RFC 6901, section 4). */
export function unescapeToken(token: string): string {
  return token.includes("~") ? token.replaceAll("~1", "/").replaceAll("~0", "~") : token;
}
