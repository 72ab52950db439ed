import { Node } from "../../spec/node.ts";
import type { SchemaView } from "./schema-view.ts";

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

/** True when a schema says nothing of its values. */
export function saysNothing(view: SchemaView): boolean {
  const { types, nullable, values, union, format, pattern, limits, conditions } = view;
  const words = [types, nullable, values, union, format, pattern];
  return words.every((word) => word === undefined) && limits.size === 0 && conditions.size === 0;
}
