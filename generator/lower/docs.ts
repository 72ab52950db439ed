import type { Docs } from "../model.ts";
import type { Node } from "../spec/node.ts";

/** Keywords that restrict values in ways no type of ours says; kept for documentation and for `diff`. */
const CONSTRAINTS = [
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "pattern",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
  "contentEncoding",
  "contentMediaType",
];

/** What people wrote about a schema, a parameter, an operation. */
export function lowerDocs(node: Node): Docs {
  if (!node.isObject) return {};
  const docs: { -readonly [K in keyof Docs]: Docs[K] } = {};
  const title = node.string("summary") ?? node.string("title");
  const description = node.string("description");
  if (title !== undefined) docs.summary = title;
  if (description !== undefined) docs.description = description;
  if (node.boolean("deprecated") === true) docs.deprecated = true;
  const url = node.get("externalDocs")?.string("url");
  if (url !== undefined) docs.externalUrl = url;
  if (node.has("default")) docs.default = node.record["default"];
  const format = node.string("format");
  if (format !== undefined) docs.format = format;
  const constraints = CONSTRAINTS.filter((keyword) => node.has(keyword));
  if (constraints.length > 0)
    docs.constraints = constraints.map((keyword) => [keyword, node.record[keyword]] as const);
  return docs;
}
