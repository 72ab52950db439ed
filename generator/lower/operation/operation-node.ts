import type { DeclarationId } from "../../model.ts";
import type { Node } from "../../spec/node.ts";
import { operationsOf, pathItemsOf } from "../../spec/path-item.ts";
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

/** The operations of a path item, in document order. `place` is the id of the path item. */
export function operationNodes(
  context: Context,
  member: Node,
  place: DeclarationId = context.registry.idOf(member),
): readonly OperationNode[] {
  const items = pathItemsOf(context.spec, member);
  return operationsOf(context.spec, items).map(({ pointer, method, node }) => {
    return { id: `${place}/${pointer}`, method, path: member.key, node, items };
  });
}
