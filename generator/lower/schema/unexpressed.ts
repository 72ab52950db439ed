import type { Node } from "../../spec/node.ts";
import type { Context } from "../context.ts";

/** True when other schemas than its own decide what counts as evaluated (JSON Schema 2020-12 core, section 11). */
export function isComposed(node: Node): boolean {
  return ["$ref", "$dynamicRef", "allOf", "anyOf", "oneOf", "if", "dependentSchemas"].some(
    (keyword) => node.has(keyword),
  );
}

/** Reports keywords that are there, restrict values, and that no TypeScript type can say. */
export function reportUnexpressed(context: Context, node: Node, keywords: readonly string[]): void {
  for (const keyword of keywords) {
    const at = node.get(keyword);
    if (at !== undefined && at.value !== true)
      context.diagnostics.report("not-expressible", at, { keyword });
  }
}
