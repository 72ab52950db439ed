import { escapeToken } from "../json-pointer.ts";
import { PATH_ITEM_METHODS } from "../path-item-methods.ts";
import type { Node } from "./node.ts";
import type { Spec } from "./spec.ts";

/** One of the operations of a path item. */
export interface PathItemOperation {
  /** As sent: upper case for the standard methods, as written for `additionalOperations`. */
  readonly method: string;
  /** Where it stands below its path item, as a JSON pointer without the first slash: `get`. */
  readonly pointer: string;
  readonly node: Node;
}

/**
 * A path item, what it refers to in its place; both where members stand beside its `$ref` (OpenAPI 3.1, 4.8.9). What
 * they have in common is undefined there: here, what stands beside the `$ref` counts.
 */
export function pathItemsOf(spec: Spec, written: Node): readonly Node[] {
  const target = spec.follow(written);
  if (target === undefined || target.value === written.value) return target ? [target] : [];
  return Object.keys(written.record).length > 1 ? [written, target] : [target];
}

/** The operations of a path item, in document order; `additionalOperations` (OpenAPI 3.2) after the fixed methods. */
export function operationsOf(spec: Spec, items: readonly Node[]): readonly PathItemOperation[] {
  const operations: PathItemOperation[] = [];
  const add = (written: Node, pointer: string, method: string): void => {
    // Some documents keep each operation in a file of its own, though only path items may be references.
    const node = spec.follow(written);
    if (node?.isObject === true) operations.push({ method, pointer, node });
  };
  for (const one of distinctMembers(items))
    if (PATH_ITEM_METHODS.has(one.key)) add(one, one.key, one.key.toUpperCase());
  for (const one of distinctMembers(items.flatMap((item) => item.get("additionalOperations") ?? [])))
    add(one, `additionalOperations/${escapeToken(one.key)}`, one.key);
  return operations;
}

function distinctMembers(nodes: readonly Node[]): readonly Node[] {
  if (nodes.length < 2) return nodes[0]?.members() ?? [];
  const byKey = new Map<string, Node>();
  for (const member of nodes.flatMap((node) => node.members()))
    if (!byKey.has(member.key)) byKey.set(member.key, member);
  return [...byKey.values()];
}
