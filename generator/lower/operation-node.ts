import type { DeclarationId } from "../model.ts";
import { escapeToken, type Node } from "../spec/node.ts";
import type { Context } from "./context.ts";

/** The methods that a Path Item Object has members for; `query` is OpenAPI 3.2's. */
const METHODS = new Set([
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
  "query",
]);

/** A path with one of its methods, before it is lowered. */
export interface OperationNode {
  /** Where it stands below its own path: two paths that refer to one path item have two operations. */
  readonly id: DeclarationId;
  readonly method: string;
  readonly path: string;
  readonly node: Node;
  readonly item: Node;
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
  const item = context.spec.follow(member);
  if (item === undefined) return [];
  const path = member.key;
  const fixed = item.members().filter(({ key }) => METHODS.has(key));
  const more = item.get("additionalOperations")?.members() ?? [];
  return [
    ...fixed.map((node) => ({
      id: `${place}/${node.key}`,
      method: node.key.toUpperCase(),
      path,
      node,
      item,
    })),
    ...more.map((node) => ({
      id: `${place}/additionalOperations/${escapeToken(node.key)}`,
      method: node.key,
      path,
      node,
      item,
    })),
  ].flatMap((from) => {
    // Some documents keep each operation in a file of its own, though only path items may be references.
    const node = context.spec.follow(from.node);
    return node?.isObject === true ? [{ ...from, node }] : [];
  });
}

/** Names in the braces of a path template (OpenAPI 3.1, 4.8.2), each once. */
export function templateNames(path: string): readonly string[] {
  return [...new Set([...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? ""))];
}
