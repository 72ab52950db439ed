import type { Node } from "../../spec/node.ts";
import type { Spec } from "../../spec/spec.ts";

const known = new WeakMap<Spec, ReadonlyMap<string, Node>>();

/** The component schemas of the entry document by name (`definitions` in Swagger 2.0), in document order. */
export function schemaNodes(spec: Spec): ReadonlyMap<string, Node> {
  const cached = known.get(spec);
  if (cached !== undefined) return cached;
  const section =
    spec.version === "2.0" ? spec.root.get("definitions") : spec.root.at("components", "schemas");
  const nodes = new Map((section?.members() ?? []).map((node) => [node.key, node] as const));
  known.set(spec, nodes);
  return nodes;
}
