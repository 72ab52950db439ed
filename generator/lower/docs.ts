import { isRecord } from "../json-value.ts";
import type { Docs } from "../model.ts";
import type { Node } from "../spec/node.ts";

/** Keywords that document, then those that restrict values in ways no type of ours says; `diff` reads them, too. */
const KEPT = new Set([
  "summary",
  "title",
  "description",
  "deprecated",
  "externalDocs",
  "default",
  "format",
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
  "minContains",
  "maxContains",
  "minProperties",
  "maxProperties",
  "contentEncoding",
  "contentMediaType",
  "contentSchema",
]);

type Writable = { -readonly [K in keyof Docs]: Docs[K] };

const NONE: Docs = {};

/**
 * What people wrote about a schema, a parameter, an operation. Reads each member once: most schemas have few. With
 * `for in`, because a list of the keys would be the largest thing that reading a schema makes.
 */
export function lowerDocs(node: Node): Docs {
  return docsOf(node.record);
}

/** The same of an object in the document, without a node for it. */
export function docsOf(record: Readonly<Record<string, unknown>>): Docs {
  let docs: Writable | undefined;
  for (const keyword in record) {
    if (KEPT.has(keyword)) note((docs ??= {}), keyword, record[keyword]);
  }
  return docs ?? NONE;
}

function note(docs: Writable, keyword: string, value: unknown): void {
  switch (keyword) {
    case "summary":
    case "title":
      if (typeof value === "string" && (keyword === "summary" || docs.summary === undefined))
        docs.summary = value;
      return;
    case "description":
    case "format":
      if (typeof value === "string") docs[keyword] = value;
      return;
    case "deprecated":
      if (value === true) docs.deprecated = true;
      return;
    case "externalDocs":
      if (isRecord(value) && typeof value["url"] === "string") docs.externalUrl = value["url"];
      return;
    case "default":
      docs.default = value;
      return;
    default:
      docs.constraints = [...(docs.constraints ?? []), [keyword, value]];
  }
}
