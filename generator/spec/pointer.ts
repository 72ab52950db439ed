import { unescapeToken } from "../json-pointer.ts";
import type { Node } from "./node.ts";

/** Follows a JSON pointer given as a URI fragment (RFC 6901, section 6). */
export function walk(root: Node, fragment: string): Node | undefined {
  let node: Node | undefined = root;
  for (const token of fragment.split("/").slice(1)) {
    if (node === undefined) return undefined;
    const plain = unescapeToken(token);
    node = node.get(unescapeToken(decode(token))) ?? node.get(plain);
  }
  return node;
}

/** Percent-encoding undone; text that is not encoded well stays as it is. */
export function decode(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
