import type { Docs } from "../model.ts";
import type { Node } from "../spec/node.ts";

/** Keywords that restrict values in ways no type of ours says; kept for documentation and for `diff`. */
const CONSTRAINTS = new Set([
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
]);

type Writable = { -readonly [K in keyof Docs]: Docs[K] };

const NONE: Docs = {};

/** What people wrote about a schema, a parameter, an operation. Reads each member once: most schemas have few. */
export function lowerDocs(node: Node): Docs {
  const { record } = node;
  let docs: Writable | undefined;
  for (const keyword of Object.keys(record)) {
    if (DOCUMENTING.has(keyword) || CONSTRAINTS.has(keyword))
      note((docs ??= {}), keyword, record[keyword], node);
  }
  return docs ?? NONE;
}

const DOCUMENTING = new Set([
  "summary",
  "title",
  "description",
  "deprecated",
  "externalDocs",
  "default",
  "format",
]);

function note(docs: Writable, keyword: string, value: unknown, node: Node): void {
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
      docs.externalUrl = node.get(keyword)?.string("url");
      return;
    case "default":
      docs.default = value;
      return;
    default:
      docs.constraints = [...(docs.constraints ?? []), [keyword, value]];
  }
}
