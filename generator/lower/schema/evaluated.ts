import type { Node } from "../../spec/node.ts";
import { refOf } from "../../spec/spec.ts";
import type { Context } from "../context.ts";

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
  const all = appliedTogether(context, nodes);
  const names = all.flatMap((node) => node.get("properties")?.members() ?? []);
  const isOpen = (node: Node): boolean =>
    OPENING.some((keyword) => node.has(keyword) && node.record[keyword] !== false) ||
    (node.has("unevaluatedProperties") && !nodes.includes(node));
  return { names: new Set(names.map(({ key }) => key)), open: all.some(isOpen) };
}

/** How many first positions of an array the schemas say something about; Infinity where one speaks about all. */
export function evaluatedPositions(context: Context, node: Node): number {
  const lengths = appliedTogether(context, [node]).map((one) => {
    const speaksOfAll = ["items", "contains", "additionalItems"].some((keyword) =>
      one.has(keyword),
    );
    const isOpen = speaksOfAll || (one.has("unevaluatedItems") && one !== node);
    return isOpen ? Infinity : (one.get("prefixItems")?.items().length ?? 0);
  });
  return Math.max(...lengths);
}

/** The schemas and all that speak about the same value as they do. */
function appliedTogether(context: Context, nodes: readonly Node[]): readonly Node[] {
  const seen = new Map<unknown, Node>();
  const pending = [...nodes];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (!node.isObject || seen.has(node.value)) continue;
    seen.set(node.value, node);
    pending.push(...applied(context, node));
  }
  return [...seen.values()];
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
