import { pointerTokens } from "../../json-pointer.ts";
import { skipSpace, skipString, skipValue } from "./json-scanner.ts";

type Children = Iterator<readonly [key: string, child: Node], void>;

/** A value in the text. `at` is where people look for it: its key in an object, itself in an array. */
interface Node {
  readonly at: number;
  readonly children: Map<string, Node>;
  /** The children that nobody has asked for, in the order of the text. */
  readonly unread: Children;
}

/**
 * Answers where the value at a JSON pointer stands in valid JSON text, as an offset. Only the objects and arrays on
 * the way are read, each once and no further than to what is asked for, so many questions together cost about one pass
 * for each level of nesting. A pointer that leads nowhere gives its nearest ancestor.
 *
 * Of equal keys the last counts, as for JSON.parse; who knows that there are none (`isUnique`) need not read on.
 */
export function jsonPositions(text: string, isUnique = false): (pointer: string) => number {
  const start = skipSpace(text, 0);
  const root = nodeOf(text, start, start);
  return (pointer) => {
    let node = root;
    for (const token of pointerTokens(pointer)) {
      const child = childOf(node, token, isUnique);
      if (child === undefined) break;
      node = child;
    }
    return node.at;
  };
}

function nodeOf(text: string, at: number, start: number): Node {
  return { at, children: new Map(), unread: childrenOf(text, start) };
}

function childOf({ children, unread }: Node, token: string, isUnique: boolean): Node | undefined {
  for (;;) {
    if (isUnique && children.has(token)) break;
    const { value } = unread.next();
    if (value === undefined) break;
    children.set(...value);
  }
  return children.get(token);
}

function childrenOf(text: string, start: number): Children {
  if (text[start] === "{") return membersOf(text, start);
  return text[start] === "[" ? itemsOf(text, start) : [].values();
}

function* membersOf(text: string, start: number): Children {
  let at = skipSpace(text, start + 1);
  while (text[at] === '"') {
    const keyEnd = skipString(text, at);
    const value = skipSpace(text, skipSpace(text, keyEnd) + 1);
    yield [decodeKey(text.slice(at, keyEnd)), nodeOf(text, at, value)];
    at = nextMember(text, skipValue(text, value));
  }
}

function* itemsOf(text: string, start: number): Children {
  let at = skipSpace(text, start + 1);
  for (let index = 0; at < text.length && text[at] !== "]"; index++) {
    yield [String(index), nodeOf(text, at, at)];
    at = nextMember(text, skipValue(text, at));
  }
}

/** From behind a value to the next member, or to the closing bracket. */
function nextMember(text: string, end: number): number {
  const comma = skipSpace(text, end);
  return text[comma] === "," ? skipSpace(text, comma + 1) : comma;
}

function decodeKey(quoted: string): string {
  return quoted.includes("\\") ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
}
