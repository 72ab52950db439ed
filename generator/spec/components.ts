import type { Node } from "./node.ts";
import type { Spec } from "./spec.ts";

const known = new WeakMap<Spec, ReadonlyMap<string, Node>>();

/** The component schemas of the entry document by name (`definitions` in Swagger 2.0), in document order. */
export function schemaNodes(spec: Spec): ReadonlyMap<string, Node> {
  const cached = known.get(spec);
  if (cached !== undefined) return cached;
  const { root, version } = spec;
  const section = version === "2.0" ? root.get("definitions") : root.at("components", "schemas");
  const nodes = new Map((section?.members() ?? []).map((node) => [node.key, node] as const));
  known.set(spec, nodes);
  return nodes;
}

/** The security schemes of a document are the members of this (`securityDefinitions` in Swagger 2.0). */
export function securitySection({ root, version }: Spec): Node | undefined {
  return version === "2.0"
    ? root.get("securityDefinitions")
    : root.at("components", "securitySchemes");
}
