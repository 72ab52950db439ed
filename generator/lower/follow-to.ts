import type { Node } from "../spec/node.ts";
import { refOf } from "../spec/spec.ts";
import { type Section, strangeSection } from "../spec/strangers.ts";
import type { Context } from "./context.ts";

/**
 * The node itself, or what its `$ref` leads to; undefined after a diagnostic, where that is nothing or a component of
 * another kind. Diagnostics: `unresolved-ref`, `reference-to-other-kind`.
 */
export function followTo(context: Context, node: Node, needed: Section): Node | undefined {
  const target = context.spec.follow(node);
  if (target === undefined || target.value === node.value) return target;
  return isStrange(context, node, target, needed) ? undefined : target;
}

/** Reports a reference that leads to a component of another kind than the one that is needed. */
export function isStrange(context: Context, node: Node, target: Node, needed: Section): boolean {
  const found = strangeSection(target, needed);
  if (found === undefined) return false;
  const ref = refOf(node) ?? "";
  context.diagnostics.report("reference-to-other-kind", node, { ref, found, needed });
  return true;
}
