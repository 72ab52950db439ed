import { componentName } from "../../spec/component-name.ts";
import { schemaNodes } from "../../spec/components.ts";
import type { Node } from "../../spec/node.ts";
import type { Spec } from "../../spec/spec.ts";
import type { Comparison } from "./comparison.ts";
import type { Schemas } from "./schema-pair.ts";
import { type Site, siteOfComponent } from "./site.ts";

/** The site of two schemas that are one component in both documents, perhaps by another name. */
export function componentSite({ old, new: newer }: Comparison, schemas: Schemas): Site | undefined {
  const was = nameOf(old.spec, schemas.old);
  const is = nameOf(newer.spec, schemas.new);
  if (was === undefined || is === undefined) return undefined;
  const isRenamed = !schemaNodes(newer.spec).has(was) && !schemaNodes(old.spec).has(is);
  return was === is || isRenamed ? { ...siteOfComponent(is), former: was } : undefined;
}

function nameOf(spec: Spec, nodes: readonly Node[]): string | undefined {
  const [node, ...others] = nodes;
  if (node === undefined || others.length > 0) return undefined;
  const target = spec.follow(node);
  return target && componentName(target);
}
