/**
 * Text of a document as TypeScript tokens: literals, identifiers, property keys.
 *
 * Every encoder takes any text and gives one token that means exactly that text.
 */

/** A string literal in prettier's choice of quotes: double, unless the text has more double than single ones. */
export function stringLiteral(text: string): string {
  if (plainText.test(text) || !unsafe.test(text)) return `"${text}"`;
  const quote = count(text, '"') > count(text, "'") ? "'" : '"';
  return quote + text.replace(escaped, (character) => escape(character, quote)) + quote;
}

/** Text between the backticks of a template: only ever a type's, which has nothing to run. */
export function templateText(text: string): string {
  return text
    .replace(escaped, (character) => escape(character, "`"))
    .replace(/`/g, "\\`")
    .replace(/\$(?=\{)/g, "\\$");
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

function escape(character: string, quote: string): string {
  if (character === '"' || character === "'")
    return character === quote ? `\\${character}` : character;
  return shortEscapes.get(character) ?? unicodeEscape(character);
}

/** `\uXXXX` per UTF-16 unit. */
function unicodeEscape(character: string): string {
  return character.replace(
    /[^]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
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
/** ASCII without quote and backslash: nearly every text, and quickly told. */
const plainText = /^[ !#-[\]-~]*$/;
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
  return plainName.test(text) || (unicodeName.test(text) && !recent.test(text));
}

/** True for a name that may stand as an identifier anywhere: the shape of one, and not a reserved word. */
export function isIdentifier(name: string): boolean {
  return isPropertyName(name) && !reserved.has(name);
}

/** A key of a type or class member: bare where it has the shape of a name, else a string literal. */
export function propertyKey(name: string): string {
  return isPropertyName(name) ? name : stringLiteral(name);
}

/** A key of an object literal: as `propertyKey`, but `__proto__` stays a property like any other. */
export function literalKey(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : propertyKey(name);
}

/** `.name` or `["any text"]`. */
export function memberAccess(name: string): string {
  return isPropertyName(name) ? `.${name}` : `[${stringLiteral(name)}]`;
}

const plainName = /^[A-Za-z_$][\w$]*$/;

/** ECMA-262 12.7 "IdentifierName". */
const unicodeName = /^[$_\p{ID_Start}][$\p{ID_Continue}]*$/u;

/** Name characters that not every tool knows: those outside the BMP, and those newer than Unicode 12 (TypeScript 5.4). */
const recent = new RegExp(
  "[\\u{10000}-\\u{10ffff}\\u0870-\\u0887\\u0889-\\u088f\\u0897-\\u089f\\u08b5\\u08be-\\u08d2\\u0b55\\u0c3c\\u0c5c\\u0c5d" +
    "\\u0cdc\\u0cdd\\u0cf3\\u0d04\\u0d81\\u0ece\\u170d\\u1715\\u171f\\u180f\\u1abf-\\u1add\\u1ae0-\\u1aeb\\u1b4c\\u1c89\\u1c8a" +
    "\\u1dfa\\u200c\\u200d\\u2c2f\\u2c5f\\u30fb\\u31bb-\\u31bf\\u4db6-\\u4dbf\\u9ff0-\\u9fff\\ua7c0\\ua7c1\\ua7c7-\\ua7dc\\ua7f1-\\ua7f6\\ua82c" +
    "\\uab68\\uab69\\uff65]",
  "u",
);

/** ECMA-262 12.7.2, with what strict mode, modules and TypeScript's own types reserve. */
const reserved: ReadonlySet<string> = new Set(
  (
    "arguments as async await break case catch class const continue debugger default delete do else enum eval export " +
    "extends false finally for function if implements import in instanceof interface let new null package private " +
    "protected public return static super switch this throw true try typeof undefined var void while with yield " +
    "any bigint boolean never number object string symbol unknown"
  ).split(" "),
);
