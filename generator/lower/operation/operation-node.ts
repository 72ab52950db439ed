import type { DeclarationId } from "../../model.ts";
import { PATH_ITEM_METHODS } from "../../path-item-methods.ts";
import { escapeToken, type Node } from "../../spec/node.ts";
import type { Context } from "../context.ts";

/** A path with one of its methods, before it is lowered. */
export interface OperationNode {
  /** Where it stands below its own path: two paths that refer to one path item have two operations. */
  readonly id: DeclarationId;
  readonly method: string;
  readonly path: string;
  readonly node: Node;
  /** The path item; two of them where one has members beside its `$ref`, which count before what it refers to. */
  readonly items: readonly Node[];
}

/**
 * The operations of a path item, in document order; 3.2's `additionalOperations` after the fixed methods. `place` is
 * the id of the path item.
 */
export function operationNodes(
  context: Context,
  member: Node,
  place: DeclarationId = context.registry.idOf(member),
): readonly OperationNode[] {
  const items = itemsOf(context, member);
  const path = member.key;
  const fixed = distinctMembers(items).filter(({ key }) => PATH_ITEM_METHODS.has(key));
  const more = distinctMembers(items.flatMap((item) => item.get("additionalOperations") ?? []));
  const operations: OperationNode[] = [];
  const add = (written: Node, way: string, method: string): void => {
    // Some documents keep each operation in a file of its own, though only path items may be references.
    const node = context.spec.follow(written);
    if (node?.isObject === true)
      operations.push({ id: `${place}/${way}`, method, path, node, items });
  };
  for (const one of fixed) add(one, one.key, one.key.toUpperCase());
  for (const one of more) add(one, `additionalOperations/${escapeToken(one.key)}`, one.key);
  return operations;
}

/** OpenAPI 3.1, 4.8.9: members beside a `$ref` are allowed; those that the referenced item has too are undefined. */
function itemsOf(context: Context, member: Node): readonly Node[] {
  const target = context.spec.follow(member);
  if (target === undefined || target.value === member.value) return target ? [target] : [];
  return Object.keys(member.record).length > 1 ? [member, target] : [target];
}

function distinctMembers(nodes: readonly Node[]): readonly Node[] {
  if (nodes.length < 2) return nodes[0]?.members() ?? [];
  const byKey = new Map<string, Node>();
  for (const member of nodes.flatMap((node) => node.members()))
    if (!byKey.has(member.key)) byKey.set(member.key, member);
  return [...byKey.values()];
}

/** Names in the braces of a path template (OpenAPI 3.1, 4.8.2), each once. */
export function templateNames(path: string): readonly string[] {
  const found = path.match(/\{[^{}]+\}/g) ?? [];
  return [...new Set(found.map((template) => template.slice(1, -1)))];
}
