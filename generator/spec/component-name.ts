import type { Node } from "./node.ts";

/** The key that a document gives to a component schema; undefined when the place is no component. */
export function componentName(node: Node): string | undefined {
  const container = node.parent;
  const isSchemas = container?.key === "schemas" && container.parent?.key === "components";
  const isDefinitions = container?.key === "definitions";
  const section = isSchemas ? container.parent : container;
  return (isSchemas || isDefinitions) && section?.parent?.pointer === "" ? node.key : undefined;
}
