import type { Schema } from "../../model.ts";
import type { Node } from "../../spec/node.ts";
import { NEVER } from "../algebra/basics.ts";
import type { Context } from "../context.ts";
import { intersectionOf } from "../algebra/intersection.ts";
import { orNull } from "../algebra/union.ts";

/**
 * What a schema means that by its letter means nothing, because its `type` excludes what `allOf`, `anyOf` or `oneOf`
 * beside it allow. `type: "null"` there is what tools make of OpenAPI 3.0's `nullable`; any other type is a slip.
 *
 * `parts` are all its conditions, what it says itself first; no single one of them is `never`.
 */
export function reconcile(context: Context, node: Node, parts: readonly Schema[]): Schema {
  const [own, ...others] = parts;
  const composed = intersectionOf(
    others.filter(({ kind }) => kind !== "null"),
    context.typesOf,
  );
  const isOrNull = own?.kind === "null" || others.some(({ kind }) => kind === "null");
  const isSlip = node.has("type") && !node.has("enum") && !node.has("const");
  const isEmpty = composed.kind === "never" || composed.kind === "unknown";
  if (context.spec.isExact(node) || isEmpty || !(isOrNull || isSlip)) {
    context.diagnostics.report("contradicting-schema", node, {});
    return NEVER;
  }
  context.diagnostics.report("contradicting-type", node.get("type") ?? node, {
    reading: isOrNull ? "null is allowed beside what they allow" : "they count alone",
  });
  return isOrNull ? orNull(composed) : composed;
}
