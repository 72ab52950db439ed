/**
 * The runtime's ambient enums stand for values that an SDK does not know yet. They are replaced by what such a value
 * is, so that a value which was unknown and is now documented counts as one that could arrive before.
 */
const STANDINS: ReadonlyMap<string, string> = new Map([
  ["Unrecognized", "export type Unrecognized = string;"],
  ["UnrecognizedNumber", "export type UnrecognizedNumber = number;"],
  ["UndocumentedStatus", "export type UndocumentedStatus = number;"],
  [
    "StatusRange",
    "export declare namespace StatusRange { type Informational = number; type Success = number; " +
      "type Redirection = number; type ClientError = number; type ServerError = number; }",
  ],
]);

/** What a union has for objects that it does not know yet: with any members besides the one that tells them apart. */
const FALLBACK = /(\{\s*[^{}]*: Unrecognized;)\s*\[key: string\]: unknown;?\s*\}/g;

/**
 * The text of a file as the comparison reads it. In unions the fallback loses its index signature: an interface, which
 * a new variant is, has none, and could not take its place.
 */
export function tolerant(path: string, text: string): string {
  if (!path.startsWith("runtime/")) return text.replace(FALLBACK, (_, head: string) => `${head} }`);
  return text.replace(
    /^export declare enum (\w+) \{[^}]*\}/gm,
    (whole, name: string) => STANDINS.get(name) ?? whole,
  );
}
