import type { Node } from "../../spec/node.ts";
import { isNullable, typeWords } from "../../spec/type-keywords.ts";
import { isNull } from "../read/schema-parts.ts";
import type { SchemaView } from "../read/schema-view.ts";
import type { Both } from "./comparison.ts";

/**
 * Where two schemas, of which one allows `null`, say so: `anyOf: [{$ref: User}, {type: null}]` is about the place that
 * it stands at and not about `User`, which is what it was. Undefined where no keyword of a side has a word in it.
 */
export function nullPlaces(old: SchemaView, newer: SchemaView): Partial<Both> {
  const [was, is] = [old, newer].map(nullNode);
  return {
    ...placed("old", was ?? counterpart(old, newer, is)),
    ...placed("new", is ?? counterpart(newer, old, was)),
  };
}

function placed(side: keyof Both, node: Node | undefined): Partial<Both> {
  return node === undefined ? {} : { [side]: node };
}

/** The keyword that makes `null` a value, the outermost first. */
function nullNode({ parts }: SchemaView): Node | undefined {
  for (const part of parts) {
    if (typeWords(part).includes("null") || isNullable(part)) return part.get("type") ?? part;
    for (const keyword of ["anyOf", "oneOf"]) {
      const union = part.get(keyword);
      if (union?.items().some(isNull) === true) return union;
    }
  }
  return undefined;
}

/** The place without `null` that answers to one with it: as deep behind the references, or before all of them. */
function counterpart(own: SchemaView, other: SchemaView, said: Node | undefined): Node | undefined {
  const outermost = said !== undefined && isWithin(said, other.node) ? [own.node] : own.parts;
  return outermost.find((part) => part.has("type"))?.get("type") ?? outermost[0];
}

function isWithin(node: Node, outer: Node): boolean {
  for (let at: Node | undefined = node; at !== undefined; at = at.parent)
    if (at.id === outer.id) return true;
  return false;
}
