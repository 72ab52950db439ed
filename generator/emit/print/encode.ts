/**
 * Text of a document as TypeScript tokens: literals, identifiers, property keys.
 *
 * Every encoder takes any text and gives one token that means exactly that text.
 */

/** A string literal in prettier's choice of quotes: double, unless the text has more double than single ones. */
export function stringLiteral(text: string): string {
  if (!unsafe.test(text)) return `"${text}"`;
  const quote = count(text, '"') > count(text, "'") ? "'" : '"';
  return quote + text.replace(escaped, (character) => escape(character, quote)) + quote;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

function escape(character: string, quote: string): string {
  if (character === '"' || character === "'") return character === quote ? `\\${character}` : character;
  return shortEscapes.get(character) ?? unicodeEscape(character);
}

/** `\uXXXX` per UTF-16 unit. */
function unicodeEscape(character: string): string {
  return character.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const shortEscapes: ReadonlyMap<string, string> = new Map([
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/**
 * Quotes, and characters that a reader could not see or that change how the line is shown: controls, line and
 * paragraph separators, bidi marks (CVE-2021-42574), zero-width characters, and lone surrogates, which no file can
 * hold. U+2E2F is a letter by category but not in identifiers, which prettier mistakes in keys.
 */
const escaped = /["'\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u2e2f]/gu;
const unsafe = /["\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u2e2f]/u;

/** A numeric literal. Throws on NaN and the infinities, which have none. */
export function numberLiteral(value: number | bigint): string {
  if (typeof value === "bigint") return `${value}n`;
  if (!Number.isFinite(value)) throw new TypeError(`${value} has no literal`);
  if (Object.is(value, -0)) return "-0";
  return String(value).replace("e+", "e");
}

/** True for text that may stand bare as a property's name: `a.name`, `{ name: 1 }`. Reserved words may. */
export function isPropertyName(text: string): boolean {
  return identifierName.test(text);
}

/** True for a name that may stand as an identifier anywhere: the shape of one, and not a reserved word. */
export function isIdentifier(name: string): boolean {
  return identifierName.test(name) && !reserved.has(name);
}

/** A key of a type or class member: bare where it has the shape of a name, else a string literal. */
export function propertyKey(name: string): string {
  return identifierName.test(name) ? name : stringLiteral(name);
}

/** A key of an object literal: as `propertyKey`, but `__proto__` stays a property like any other. */
export function literalKey(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : propertyKey(name);
}

/** `.name` or `["any text"]`. */
export function memberAccess(name: string): string {
  return identifierName.test(name) ? `.${name}` : `[${stringLiteral(name)}]`;
}

/** ECMAScript "IdentifierName" (ECMA-262 12.7), of the characters that every tool agrees on. */
const identifierName = /^(?:[A-Za-z_$][\w$]*|[$_\p{ID_Start}][$\p{ID_Continue}]*)$/u;

/** ECMA-262 12.7.2, with what strict mode, modules and TypeScript's own types reserve. */
const reserved: ReadonlySet<string> = new Set(
  (
    "arguments as async await break case catch class const continue debugger default delete do else enum eval export " +
    "extends false finally for function if implements import in instanceof interface let new null package private " +
    "protected public return static super switch this throw true try typeof undefined var void while with yield " +
    "any bigint boolean never number object string symbol unknown"
  ).split(" "),
);
