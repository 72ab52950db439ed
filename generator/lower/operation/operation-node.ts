import type { DeclarationId } from "../../model.ts";
import type { Node } from "../../spec/node.ts";
import { PATH_ITEM_METHODS } from "../../path-item-methods.ts";
import { operationsOf, pathItemsOf } from "../../spec/path-item.ts";
import { suggest } from "../../suggest.ts";
import type { Context } from "../context.ts";
import { isStrange } from "../follow-to.ts";
import { checkObject, checkShape, PATH_ITEM } from "../shapes.ts";

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
  checkObject(context.diagnostics, member);
  const items = pathItemsOf(context.spec, member);
  const target = items.at(-1);
  if (target !== undefined && isStrange(context, member, target, "pathItems")) return [];
  for (const item of items) checkPathItem(context, item);
  return operationsOf(context.spec, items).map(({ pointer, method, node }) => {
    return { id: `${place}/${pointer}`, method, path: member.key, node, items };
  });
}

/** What a Path Item Object has beside its operations (OpenAPI 3.2, section 4.9). */
const ABOUT = new Set([
  "$ref",
  "summary",
  "description",
  "servers",
  "parameters",
  "additionalOperations",
]);

function checkPathItem(context: Context, item: Node): void {
  checkShape(context.diagnostics, item, PATH_ITEM);
  for (const member of item.members()) {
    const { key } = member;
    if (ABOUT.has(key) || key.startsWith("x-")) continue;
    if (PATH_ITEM_METHODS.has(key)) checkObject(context.diagnostics, member);
    // A file that is a path item keeps parts of others beside it.
    else if (item.parent !== undefined)
      context.diagnostics.report("unknown-method", member, {
        method: key,
        suggestion: suggest(key, PATH_ITEM_METHODS),
      });
  }
}
