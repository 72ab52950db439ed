import { addTo } from "../../group-by.ts";
import { schemaNodes } from "../../spec/components.ts";
import type { Node } from "../../spec/node.ts";
import type { Spec } from "../../spec/spec.ts";

/** By document, by the id of a component: the components that have it in their `allOf`. */
const known = new WeakMap<Spec, ReadonlyMap<string, readonly Node[]>>();

/**
 * The components that extend a schema with `allOf`, and those that extend them. Under a `discriminator` without `oneOf`
 * they are what a value may be (OpenAPI 3.1, 4.8.25.4; Swagger 2.0, "Models with Polymorphism Support").
 */
export function subtypesOf(spec: Spec, schema: Node): readonly Node[] {
  const children = known.get(spec) ?? readChildren(spec);
  known.set(spec, children);
  const found = new Map<string, Node>();
  const collect = (node: Node): void => {
    for (const child of children.get(node.id) ?? []) {
      if (found.has(child.id)) continue;
      found.set(child.id, child);
      collect(child);
    }
  };
  collect(schema);
  found.delete(schema.id);
  return [...found.values()];
}

function readChildren(spec: Spec): ReadonlyMap<string, readonly Node[]> {
  const children = new Map<string, Node[]>();
  for (const schema of schemaNodes(spec).values()) {
    for (const member of schema.get("allOf")?.items() ?? []) {
      const parent = spec.follow(member);
      if (parent !== undefined && parent !== member) addTo(children, parent.id, schema);
    }
  }
  return children;
}
