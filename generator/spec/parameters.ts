import type { Node } from "./node.ts";
import type { Spec } from "./spec.ts";

/** Parameters of an operation and those of its path items that it does not replace, by name and place. */
export function parametersOf(
  spec: Pick<Spec, "follow">,
  items: readonly Node[],
  operation: Node,
): readonly Node[] {
  const byKey = new Map<string, Node>();
  for (const owner of [...items.toReversed(), operation]) {
    for (const written of owner.get("parameters")?.items() ?? []) {
      const parameter = spec.follow(written);
      if (parameter !== undefined)
        byKey.set(`${parameter.string("in")} ${parameter.string("name")}`, parameter);
    }
  }
  return [...byKey.values()];
}

/** True for header parameters that HTTP itself or the client sets (OpenAPI 3.1, 4.8.12: "shall be ignored"). */
export function isOwnHeader(name: string): boolean {
  return OWN_HEADERS.has(name.toLowerCase());
}

const OWN_HEADERS = new Set(["accept", "content-type", "authorization"]);

/** Names in the braces of a path template (OpenAPI 3.1, 4.8.2), each once. */
export function templateNames(path: string): readonly string[] {
  const found = path.match(/\{[^{}]+\}/g) ?? [];
  return [...new Set(found.map((template) => template.slice(1, -1)))];
}
