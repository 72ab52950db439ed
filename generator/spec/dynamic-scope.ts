import type { Identifiers } from "./identifiers.ts";
import type { Node } from "./node.ts";

/** What {@link dynamicTargets} has to ask about references. */
export interface References {
  /** The URI of the resource that a node belongs to. */
  baseOf(node: Node): string;
  /** What a reference leads to, without a report if that is nothing. */
  find(from: Node, ref: string): Node | undefined;
}

/**
 * Where a `$dynamicRef` can lead (JSON Schema 2020-12 core, section 8.2.3.2). At run time that is the outermost resource
 * on the way to it that has a dynamic anchor of that name; here, all from which a way leads to it.
 */
export function dynamicTargets(
  from: Node,
  anchors: readonly Node[],
  { resources }: Identifiers,
  references: References,
): readonly Node[] {
  if (anchors.length < 2) return anchors;
  const own = references.baseOf(from);
  const ways = waysBetween(resources, references);
  const reaching = reachingTo(own, ways);
  return anchors.filter((anchor) => reaching.has(references.baseOf(anchor)));
}

/** Resources by the resources that lead into them: by a reference, or because they hold them. */
function waysBetween(
  resources: ReadonlyMap<string, Node>,
  references: References,
): ReadonlyMap<string, ReadonlySet<string>> {
  const ways = new Map<string, Set<string>>();
  const note = (from: string, to: string): void => {
    const known = ways.get(to);
    if (known === undefined) ways.set(to, new Set([from]));
    else known.add(from);
  };
  for (const [uri, root] of resources) {
    if (root.parent !== undefined) note(references.baseOf(root.parent), uri);
    for (const target of targetsIn(root, references)) note(uri, references.baseOf(target));
  }
  return ways;
}

function targetsIn(root: Node, references: References): readonly Node[] {
  const found: Node[] = [];
  const pending: Node[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const ref = node.string("$ref");
    const target = ref === undefined ? undefined : references.find(node, ref);
    if (target !== undefined) found.push(target);
    pending.push(...node.containers());
  }
  return found;
}

function reachingTo(
  target: string,
  ways: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const reaching = new Set<string>();
  const pending = [target];
  for (let uri = pending.pop(); uri !== undefined; uri = pending.pop()) {
    if (reaching.has(uri)) continue;
    reaching.add(uri);
    pending.push(...(ways.get(uri) ?? []));
  }
  return reaching;
}
