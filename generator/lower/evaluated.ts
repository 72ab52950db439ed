import type { Node } from "../spec/node.ts";
import { refOf } from "../spec/spec.ts";
import type { Context } from "./context.ts";

/** The members that a schema and the schemas it is composed of say something about. */
export interface Evaluated {
  readonly names: ReadonlySet<string>;
  /** True when one of them says something about members whose names it does not list. */
  readonly open: boolean;
}

/**
 * What counts as evaluated at most (JSON Schema 2020-12 core, section 11): which of the alternatives a value meets is
 * not known before there is one.
 */
export function evaluatedMembers(context: Context, nodes: readonly Node[]): Evaluated {
  const names = new Set<string>();
  const seen = new Set<unknown>();
  const pending = [...nodes];
  let open = false;
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (!node.isObject || seen.has(node.value)) continue;
    seen.add(node.value);
    for (const { key } of node.get("properties")?.members() ?? []) names.add(key);
    open ||= OPENING.some((keyword) => node?.has(keyword) && node.record[keyword] !== false);
    open ||= node.has("unevaluatedProperties") && !nodes.includes(node);
    pending.push(...applied(context, node));
  }
  return { names, open };
}

const OPENING = ["patternProperties", "additionalProperties"];

/** The schemas that speak about the same value. */
function applied(context: Context, node: Node): readonly Node[] {
  const ref = refOf(node);
  const dynamicRef = node.string("$dynamicRef");
  const target = ref === undefined ? undefined : context.spec.resolve(node, ref);
  return [
    ...(target === undefined ? [] : [target]),
    ...(dynamicRef === undefined ? [] : context.spec.resolveDynamic(node, dynamicRef)),
    ...["allOf", "anyOf", "oneOf"].flatMap((keyword) => node.get(keyword)?.items() ?? []),
    ...["if", "then", "else"].flatMap((keyword) => node.get(keyword) ?? []),
    ...(node.get("dependentSchemas")?.members() ?? []),
  ];
}
