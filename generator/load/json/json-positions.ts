import { pointerTokens } from "../../json-pointer.ts";
import { skipSpace, skipString, skipValue } from "./json-scanner.ts";

/** A value in the text. `at` is where people look for it: its key in an object, itself in an array. */
interface Node {
  readonly at: number;
  readonly start: number;
  children: ReadonlyMap<string, Node> | undefined;
}

/**
 * Answers where the value at a JSON pointer stands in valid JSON text, as an offset. Only the objects and arrays on
 * the way are indexed, each once, so many questions together cost about one pass for each level of nesting.
 * A pointer that leads nowhere gives its nearest ancestor; of equal keys the last counts, as for JSON.parse.
 */
export function jsonPositions(text: string): (pointer: string) => number {
  const start = skipSpace(text, 0);
  const root: Node = { at: start, start, children: undefined };
  return (pointer) => {
    let node = root;
    for (const token of pointerTokens(pointer)) {
      node.children ??= indexChildren(text, node.start);
      const child = node.children.get(token);
      if (child === undefined) break;
      node = child;
    }
    return node.at;
  };
}

const none: ReadonlyMap<string, Node> = new Map();

function indexChildren(text: string, start: number): ReadonlyMap<string, Node> {
  if (text[start] === "{") return indexObject(text, start);
  if (text[start] === "[") return indexArray(text, start);
  return none;
}

function indexObject(text: string, start: number): Map<string, Node> {
  const children = new Map<string, Node>();
  let at = skipSpace(text, start + 1);
  while (text[at] === '"') {
    const keyEnd = skipString(text, at);
    const value = skipSpace(text, skipSpace(text, keyEnd) + 1);
    children.set(decodeKey(text.slice(at, keyEnd)), { at, start: value, children: undefined });
    at = nextMember(text, skipValue(text, value));
  }
  return children;
}

function indexArray(text: string, start: number): Map<string, Node> {
  const children = new Map<string, Node>();
  let at = skipSpace(text, start + 1);
  while (at < text.length && text[at] !== "]") {
    children.set(String(children.size), { at, start: at, children: undefined });
    at = nextMember(text, skipValue(text, at));
  }
  return children;
}

/** From behind a value to the next member, or to the closing bracket. */
function nextMember(text: string, end: number): number {
  const comma = skipSpace(text, end);
  return text[comma] === "," ? skipSpace(text, comma + 1) : comma;
}

function decodeKey(quoted: string): string {
  return quoted.includes("\\") ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
}
