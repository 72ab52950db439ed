import type { Schema } from "../../model.ts";
import type { Node } from "../../spec/node.ts";
import { BYTES_OF_PART, NUMBER, STRING } from "../algebra/basics.ts";
import { unionOf } from "../algebra/union.ts";
import type { Context, Use } from "../context.ts";
import type { JsonType } from "../algebra/json-type.ts";

/**
 * A string, or what stands for one: bytes in a field of a form, a moment in a parameter. In JSON, `format: binary`
 * is still a string: JSON has no bytes.
 */
export function lowerString(node: Node, use: Use): Schema {
  if (use.as === "part" && isBinary(node)) return BYTES_OF_PART;
  if (use.as === "parameter" && node.string("format") === "date-time") return { kind: "dateTime" };
  return STRING;
}

/** Numbers of all formats: int64 too is a JSON number on the wire, read as JavaScript reads it. */
export function lowerNumber(): Schema {
  return NUMBER;
}

/** OpenAPI 3.0 `format: binary`, Swagger 2.0 `type: file`, OpenAPI 3.1 `contentMediaType` without `contentEncoding`. */
export function isBinary(node: Node): boolean {
  if (node.string("format") === "binary" || node.string("type") === "file") return true;
  const mediaType = node.string("contentMediaType");
  return (
    mediaType !== undefined &&
    !node.has("contentEncoding") &&
    !/^(?:text\/|.*\bjson\b)/.test(mediaType)
  );
}

/** The patterns that ASP.NET Core writes where its serializer reads numbers from text too. */
const NUMBER_PATTERNS = new Map<string, { readonly integer: boolean }>([
  ["^-?(?:0|[1-9]\\d*)$", { integer: true }],
  ["^(?:0|[1-9]\\d*)$", { integer: true }],
  ["^-?(?:0|[1-9]\\d*)(?:\\.\\d+)?$", { integer: false }],
  ["^-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?$", { integer: false }],
]);

export const NUMBER_OR_TEXT_RULE = "a number that may also be sent as text is `number` in answers";

/**
 * ASP.NET Core documents describe every number as `type: [integer, string]` with a pattern, because its serializer
 * also reads numbers from strings. It only ever writes numbers.
 */
export function lowerNumberOrText(
  context: Context,
  node: Node,
  types: readonly JsonType[],
  use: Use,
): Schema | undefined {
  if (!types.includes("number") || !types.includes("string")) return undefined;
  const text = NUMBER_PATTERNS.get(node.string("pattern") ?? "");
  if (text === undefined) return undefined;
  context.registry.noteDifference();
  context.rewrites.add(NUMBER_OR_TEXT_RULE, node);
  if (use.direction === "response") return lowerNumber();
  return unionOf([lowerNumber(), { kind: "numericText", integer: text.integer }]);
}
