import type { ParameterStyle } from "../../model.ts";
import type { Node } from "../../spec/node.ts";

/** How the items of a list are put together. */
export interface Collection {
  readonly style: ParameterStyle;
  readonly explode: boolean;
}

const COLLECTIONS = new Map<string, Collection>([
  ["ssv", { style: "spaceDelimited", explode: false }],
  ["tsv", { style: "tabDelimited", explode: false }],
  ["pipes", { style: "pipeDelimited", explode: false }],
  ["multi", { style: "form", explode: true }],
]);

const CSV: Collection = { style: "form", explode: false };

/** Swagger 2.0 `collectionFormat` of a parameter (Parameter Object); `csv` where it says nothing or something else. */
export function collectionOf(node: Node): Collection {
  return COLLECTIONS.get(node.string("collectionFormat") ?? "") ?? CSV;
}
