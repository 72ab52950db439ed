import { componentName } from "./component-name.ts";
import type { Node } from "./node.ts";
import { walk } from "./pointer.ts";

/**
 * Where a reference leads that was written for a schema in a file of its own: `#/$defs/address`, `#/definitions/address`
 * or `#` in a schema that now stands in an OpenAPI document. Counted from that schema, not from the document.
 */
export function findInSchema(root: Node, fragment: string): Node | undefined {
  if (fragment === "") return root;
  return fragment.startsWith("/") ? walk(root, fragment) : undefined;
}

/** The outermost schema around a node: a component, or what a media type or a parameter has as its `schema`. */
export function schemaRoot(node: Node): Node | undefined {
  let root: Node | undefined;
  for (let at: Node | undefined = node; at?.parent !== undefined; at = at.parent) {
    if (componentName(at) !== undefined || at.key === "schema") root = at;
  }
  return root;
}
