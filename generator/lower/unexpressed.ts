import type { Node } from "../spec/node.ts";
import type { Context } from "./context.ts";

/** Reports keywords that are there, restrict values, and that no TypeScript type can say. */
export function reportUnexpressed(context: Context, node: Node, keywords: readonly string[]): void {
  for (const keyword of keywords) {
    const at = node.get(keyword);
    if (at !== undefined && at.value !== true)
      context.diagnostics.report("not-expressible", at, { keyword });
  }
}
