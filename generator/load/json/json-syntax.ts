import { skipSpace } from "./json-scanner.ts";

/** Where JSON text stops being JSON (RFC 8259), and why. */
export interface JsonSyntaxError {
  readonly offset: number;
  /** What is wrong, in words that follow a colon: `a comma or "}" is missing`. */
  readonly problem: string;
}

/**
 * Finds the first mistake in text that JSON.parse refused; undefined when there is none. JSON.parse itself names the
 * place only sometimes, and differently in each version of V8. A loop over a stack of brackets, so depth is no danger.
 */
export function findJsonSyntaxError(text: string): JsonSyntaxError | undefined {
  const open: ("{" | "[")[] = [];
  let at = skipSpace(text, 0);
  for (;;) {
    const value = readValueStart(text, at);
    if ("problem" in value) return value;
    at = skipSpace(text, value.end);
    if (value.opens !== undefined) {
      const closer = value.opens === "{" ? "}" : "]";
      if (text[at] !== closer) {
        open.push(value.opens);
        if (value.opens === "{") {
          const key = readKey(text, at);
          if ("problem" in key) return key;
          at = key.end;
        }
        continue;
      }
      at = skipSpace(text, at + 1);
    }
    const next = afterValue(text, at, open);
    if (next === undefined || "problem" in next) return next;
    at = next.end;
  }
}

interface Step {
  readonly end: number;
}

/** Behind a value: closes what ends here, then steps to the next value. Undefined at the good end of the text. */
function afterValue(
  text: string,
  at: number,
  open: ("{" | "[")[],
): Step | JsonSyntaxError | undefined {
  for (;;) {
    const inside = open.at(-1);
    if (inside === undefined)
      return at >= text.length ? undefined : wrong(at, "there is text behind the end");
    const closer = inside === "{" ? "}" : "]";
    if (text[at] === closer) {
      open.pop();
      at = skipSpace(text, at + 1);
      continue;
    }
    if (text[at] !== ",") return wrong(at, missingComma(text, at, closer));
    const next = skipSpace(text, at + 1);
    if (text[next] === closer) return wrong(at, `JSON has no comma before "${closer}"`);
    return inside === "{" ? readKey(text, next) : { end: next };
  }
}

function missingComma(text: string, at: number, closer: string): string {
  if (at >= text.length) return `the text ends before its "${closer}"`;
  return comment(text, at) ?? `a comma or "${closer}" is missing here`;
}

/** A member's key and its colon, up to its value. */
function readKey(text: string, at: number): Step | JsonSyntaxError {
  if (text[at] !== '"') return wrong(at, badKey(text, at));
  const key = readString(text, at);
  if ("problem" in key) return key;
  const colon = skipSpace(text, key.end);
  if (text[colon] !== ":") return wrong(colon, "a colon is missing behind the key");
  return { end: skipSpace(text, colon + 1) };
}

function badKey(text: string, at: number): string {
  if (at >= text.length) return 'the text ends before its "}"';
  return comment(text, at) ?? "a key in double quotes is missing here";
}

interface ValueStart extends Step {
  readonly opens: "{" | "[" | undefined;
}

const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function readValueStart(text: string, at: number): ValueStart | JsonSyntaxError {
  const first = text[at];
  if (first === undefined) return wrong(at, "the text ends where a value is missing");
  if (first === "{" || first === "[") return { end: at + 1, opens: first };
  if (first === '"') {
    const string = readString(text, at);
    return "problem" in string ? string : { end: string.end, opens: undefined };
  }
  literal.lastIndex = at;
  if (literal.test(text)) return { end: literal.lastIndex, opens: undefined };
  return wrong(at, comment(text, at) ?? badValue(first));
}

function badValue(first: string): string {
  if (first === "'") return "JSON has double quotes only";
  return "a value is missing here";
}

function comment(text: string, at: number): string | undefined {
  return text[at] === "/" || text[at] === "#" ? "JSON has no comments" : undefined;
}

/** RFC 8259, section 7: no bare control characters, and only these escapes. */
const stringPiece = /[^"\\\u0000-\u001f]+|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4}/y;

function readString(text: string, at: number): Step | JsonSyntaxError {
  let end = at + 1;
  while (text[end] !== '"') {
    stringPiece.lastIndex = end;
    if (!stringPiece.test(text)) return wrong(end, badStringPiece(text[end]));
    end = stringPiece.lastIndex;
  }
  return { end: end + 1 };
}

function badStringPiece(character: string | undefined): string {
  if (character === undefined) return "the text ends inside a string";
  if (character === "\\") return "JSON does not know this escape";
  return "a string holds a bare control character; a closing quote may be missing";
}

function wrong(offset: number, problem: string): JsonSyntaxError {
  return { offset, problem };
}
