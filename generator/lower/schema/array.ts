import type { Schema } from "../../model.ts";
import type { Node } from "../../spec/node.ts";
import { NEVER, UNKNOWN } from "../algebra/basics.ts";
import type { Context, Use } from "../context.ts";
import { evaluatedPositions } from "./evaluated.ts";
import { isComposed, reportUnexpressed } from "./unexpressed.ts";
import { lowerSchema } from "./schema.ts";
import { useOfItems } from "./sealed.ts";

/** `items` and `prefixItems` (JSON Schema 2020-12 core, section 10.3.1), and the list form of `items` of older drafts. */
export function lowerArray(context: Context, node: Node, use: Use): Schema {
  const inside = useOfItems(use);
  if (node.record["contains"] === false && node.number("minContains") !== 0) return NEVER;
  reportUnexpressed(context, node, ["contains"]);
  const listed = node.get("prefixItems") ?? listOf(node.get("items"));
  const closed = closedLength(context, node);
  if (closed !== undefined)
    return lowerClosed(context, node, listed?.items() ?? [], closed, inside);
  const items = itemsOf(context, node);
  if (listed !== undefined && listed.items().length > 0)
    return lowerTuple(context, node, listed, items, inside);
  if (items?.value === false) return { kind: "tuple", items: [], required: 0, rest: undefined };
  return {
    kind: "array",
    items: items === undefined ? UNKNOWN : lowerSchema(context, items, inside),
  };
}

function lowerTuple(
  context: Context,
  node: Node,
  listed: Node,
  items: Node | undefined,
  use: Use,
): Schema {
  const positions = listed.items();
  const rest = restOf(context, node, positions.length, items, use);
  return {
    kind: "tuple",
    items: positions.map((position) => lowerSchema(context, position, use)),
    required: Math.min(node.number("minItems") ?? 0, positions.length),
    rest,
  };
}

/**
 * How long an array can be at most that `unevaluatedItems: false` closes (JSON Schema 2020-12 core, section 11.2) where
 * other schemas say something about its positions too.
 */
function closedLength(context: Context, node: Node): number | undefined {
  if (node.record["unevaluatedItems"] !== false || !isComposed(node)) return undefined;
  const length = evaluatedPositions(context, node);
  return length === Infinity ? undefined : length;
}

function lowerClosed(
  context: Context,
  node: Node,
  positions: readonly Node[],
  length: number,
  use: Use,
): Schema {
  const items = positions.map((position) => lowerSchema(context, position, use));
  const others = Array.from({ length: length - items.length }, () => UNKNOWN);
  const required = Math.min(node.number("minItems") ?? 0, length);
  return { kind: "tuple", items: [...items, ...others], required, rest: undefined };
}

function restOf(
  context: Context,
  node: Node,
  length: number,
  items: Node | undefined,
  use: Use,
): Schema | undefined {
  if (items?.value === false || (node.number("maxItems") ?? Infinity) <= length) return undefined;
  return items === undefined ? UNKNOWN : lowerSchema(context, items, use);
}

/** What stands behind the listed positions; where nothing is composed, "unevaluated" means just that. */
function itemsOf(context: Context, node: Node): Node | undefined {
  const items = Array.isArray(node.record["items"])
    ? node.get("additionalItems")
    : node.get("items");
  if (items !== undefined) return items;
  if (!isComposed(node) && !node.has("contains")) return node.get("unevaluatedItems");
  reportUnexpressed(context, node, ["unevaluatedItems"]);
  return undefined;
}

function listOf(node: Node | undefined): Node | undefined {
  return Array.isArray(node?.value) ? node : undefined;
}
