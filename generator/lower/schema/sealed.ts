import type { Node } from "../../spec/node.ts";
import type { Context, Use } from "../context.ts";
import { evaluatedMembers } from "./evaluated.ts";
import { isComposed } from "./unexpressed.ts";

/**
 * How the parts of a schema are used: with `unevaluatedProperties: false` (JSON Schema 2020-12 core, section 11.3) no
 * part may be open, so that TypeScript sees a member that none of them names.
 */
export function useOfParts(context: Context, node: Node, use: Use): Use {
  if (use.sealed === true || !isSealed(context, node)) return use;
  return { ...use, sealed: true };
}

/** For members: values of their own. Those of a form are parts, and what is inside of a part is JSON. */
export function useOfMembers({ direction, as }: Use): Use {
  return { direction, as: as === "form" ? "part" : as === "part" ? "json" : as };
}

/** For items: values of their own. The items of a part are parts, too. */
export function useOfItems({ direction, as }: Use): Use {
  return { direction, as };
}

function isSealed(context: Context, node: Node): boolean {
  return (
    node.record["unevaluatedProperties"] === false &&
    isComposed(node) &&
    context.spec.isExact(node) &&
    !evaluatedMembers(context, [node]).open
  );
}

/** The members that a sealing schema has to name, because a part that no type can say may allow them. */
export function sealedMembers(context: Context, node: Node, use: Use): ReadonlySet<string> {
  const seals = use.sealed === true && node.record["unevaluatedProperties"] === false;
  return seals ? evaluatedMembers(context, [node]).names : new Set();
}
