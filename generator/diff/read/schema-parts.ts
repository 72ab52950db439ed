import type { Node } from "../../spec/node.ts";
import { refOf, type Spec } from "../../spec/spec.ts";

/** `oneOf` or `anyOf` with more than one member that is not `null`. */
export interface Union {
  readonly node: Node;
  readonly members: readonly Node[];
}

export interface Parts {
  readonly parts: readonly Node[];
  readonly unions: readonly Union[];
  /** True when a union had `null` beside the rest. */
  readonly nullInUnion: boolean;
}

/** Takes `$ref`, `allOf` and unions with a single member apart, so that all that holds stands side by side. */
export function partsOf(spec: Spec, nodes: readonly Node[]): Parts {
  const parts: Node[] = [];
  const unions: Union[] = [];
  let nullInUnion = false;
  const seen = new Set<unknown>();
  const collect = (node: Node): void => {
    if (seen.has(node.value)) return;
    if (typeof node.value === "object") seen.add(node.value);
    const own = ownPart(spec, node);
    if (own !== undefined) parts.push(own);
    const target = refOf(node) === undefined ? undefined : spec.follow(node);
    if (target !== undefined) collect(target);
    if (own === undefined) return;
    for (const member of own.get("allOf")?.items() ?? []) collect(member);
    for (const keyword of ["oneOf", "anyOf"]) collectUnion(own.get(keyword));
  };
  const collectUnion = (node: Node | undefined): void => {
    if (node === undefined) return;
    const items = node.items();
    const members = items.filter((item) => !isNull(item));
    nullInUnion ||= members.length < items.length;
    const [only] = members;
    if (members.length === 1 && only !== undefined) collect(only);
    else if (members.length > 1) unions.push({ node, members });
  };
  for (const node of nodes) collect(node);
  return { parts, unions, nullInUnion };
}

/** OpenAPI 3.0 (4.7.4, Reference Object): members beside `$ref` are ignored. */
function ownPart(spec: Spec, node: Node): Node | undefined {
  if (refOf(node) === undefined) return node;
  const ignored = spec.version === "2.0" || spec.version === "3.0";
  return ignored || Object.keys(node.record).length === 1 ? undefined : node;
}

/** True for a schema that `null` alone fits. */
export function isNull(node: Node): boolean {
  const { record } = node;
  if (record["type"] === "null" || (node.has("const") && record["const"] === null)) return true;
  const values = node.get("enum")?.items() ?? [];
  return values.length > 0 && values.every(({ value }) => value === null);
}
