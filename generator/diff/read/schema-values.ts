import type { Node } from "../../spec/node.ts";

/** The values that `enum` and `const` of all parts leave, by their JSON; undefined when there is no such list. */
export function readValues(parts: readonly Node[]): ReadonlyMap<string, Node> | undefined {
  const lists = parts.flatMap((part) => valuesOf(part) ?? []);
  const [first, ...others] = lists;
  if (first === undefined) return undefined;
  return new Map([...first].filter(([json]) => others.every((other) => other.has(json))));
}

function valuesOf(part: Node): ReadonlyMap<string, Node> | undefined {
  const constant = part.get("const");
  if (constant !== undefined) return new Map([[JSON.stringify(constant.value), constant]]);
  const items = part.get("enum")?.items();
  return items && new Map(items.map((item) => [JSON.stringify(item.value), item]));
}
