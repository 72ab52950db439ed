import { Node } from "../../spec/node.ts";

/** The schema that stands where a document has none: it lets every value pass. */
const ANYTHING: Readonly<Record<string, never>> = {};

/** A schema for what is left open, at the place of what leaves it open. */
export function anything({ source, parent, key }: Node): Node {
  return new Node(source, ANYTHING, parent, key);
}

/** Tells the schema apart from what really stands at its place. */
export function isLeftOpen({ value }: Node): boolean {
  return value === ANYTHING;
}
