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
  const open: Bracket[] = [];
  let step: Step | JsonSyntaxError | undefined = { end: skipSpace(text, 0) };
  while (step !== undefined) {
    if ("problem" in step) return step;
    step = readValue(text, step.end, open);
  }
  return undefined;
}

type Bracket = "{" | "[";

const closers = { "{": "}", "[": "]" } as const;

/** Something was read up to `end`, space behind it included. */
interface Step {
  readonly end: number;
}

/** From the start of a value to the start of the next. Undefined at the good end of the text. */
function readValue(text: string, at: number, open: Bracket[]): Step | JsonSyntaxError | undefined {
  const first = text[at];
  if (first !== "{" && first !== "[") {
    const scalar = readScalar(text, at);
    return "problem" in scalar ? scalar : afterValue(text, skipSpace(text, scalar.end), open);
  }
  const inside = skipSpace(text, at + 1);
  if (text[inside] === closers[first]) {
    return afterValue(text, skipSpace(text, inside + 1), open);
  }
  open.push(first);
  return first === "{" ? readKey(text, inside) : { end: inside };
}

/** Behind a value: closes what ends here, then steps over a comma, and a key in an object. */
function afterValue(
  text: string,
  start: number,
  open: Bracket[],
): Step | JsonSyntaxError | undefined {
  let at = start;
  let inside = open.at(-1);
  while (inside !== undefined && text[at] === closers[inside]) {
    open.pop();
    inside = open.at(-1);
    at = skipSpace(text, at + 1);
  }
  if (inside === undefined) {
    return at >= text.length ? undefined : wrong(at, "there is text behind the end");
  }
  const closer = closers[inside];
  if (text[at] !== ",") return wrong(at, missingComma(text, at, closer));
  const next = skipSpace(text, at + 1);
  if (text[next] === closer) return wrong(at, `JSON has no comma before "${closer}"`);
  return inside === "{" ? readKey(text, next) : { end: next };
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

const literal = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;

function readScalar(text: string, at: number): Step | JsonSyntaxError {
  const first = text[at];
  if (first === undefined) return wrong(at, "the text ends where a value is missing");
  if (first === '"') return readString(text, at);
  literal.lastIndex = at;
  if (literal.test(text)) return { end: literal.lastIndex };
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
