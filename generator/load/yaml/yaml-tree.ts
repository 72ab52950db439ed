import { load, type EventType, type LoadOptions, type State } from "js-yaml";
import { skipSeparation } from "./yaml-scanner.ts";

/** A node as the parser met it. `opened` is where it began to look for it, so spaces may stand before the node. */
export interface YamlNode {
  readonly opened: number;
  kind: "mapping" | "sequence" | "leaf";
  /** The parsed value: compared while the tree is built, and the key text of a scalar. */
  result: unknown;
  /** As met: keys and values in turn for a mapping. */
  parts: YamlNode[];
  members: ReadonlyMap<string, YamlMember> | undefined;
}

export interface YamlMember {
  readonly key: YamlNode | undefined;
  readonly value: YamlNode | undefined;
}

/** Parses again with a listener: as fast as the first parse, where a parser that keeps a syntax tree takes ten times as long. */
export function composeYamlTree(text: string, options: LoadOptions): YamlNode | undefined {
  const stack: YamlNode[] = [];
  let root: YamlNode | undefined;
  const listener = (event: EventType, state: State): void => {
    if (event === "open") {
      stack.push({
        opened: state.position,
        kind: "leaf",
        result: undefined,
        parts: [],
        members: undefined,
      });
      return;
    }
    const node = stack.pop() as YamlNode;
    close(node, state);
    const parent = stack.at(-1);
    if (parent === undefined) root ??= node;
    else parent.parts.push(node);
  };
  load(text, { ...options, listener });
  return root;
}

function close(node: YamlNode, state: State): void {
  node.result = state.result;
  const inner = node.parts.at(-1);
  if (state.kind !== "mapping" && state.kind !== "sequence") {
    node.parts = [];
  } else if (inner !== undefined && inner.kind !== "leaf" && inner.result === node.result) {
    // Looking for a block mapping, the parser read a whole flow collection as its first key and then kept that.
    node.kind = inner.kind;
    node.parts = inner.parts;
  } else {
    node.kind = state.kind;
  }
}

/** The offset of the node's first character. */
export function startOf(text: string, node: YamlNode): number {
  return skipSeparation(text, node.opened);
}

/** The members of a mapping by key, the items of a sequence by index. Of equal keys the last counts. */
export function membersOf(node: YamlNode): ReadonlyMap<string, YamlMember> {
  node.members ??= indexMembers(node);
  return node.members;
}

function indexMembers(node: YamlNode): ReadonlyMap<string, YamlMember> {
  const members = new Map<string, YamlMember>();
  if (node.kind === "sequence") {
    for (const item of node.parts)
      members.set(String(members.size), { key: undefined, value: item });
  }
  for (const [key, value] of pairsOf(node)) members.set(String(key.result), { key, value });
  return members;
}

/**
 * A mapping's keys and values as they stand. `{a, b: 1}` has a key without a value, so a part that is no key of the
 * parsed mapping is taken to be out of step and passed over.
 */
export function* pairsOf(
  node: YamlNode,
): Generator<readonly [key: YamlNode, value: YamlNode | undefined]> {
  if (node.kind !== "mapping") return;
  for (let index = 0; index < node.parts.length; index++) {
    const key = node.parts[index] as YamlNode;
    const name = String(key.result);
    if (key.kind !== "leaf" || (name !== "<<" && !Object.hasOwn(node.result as object, name)))
      continue;
    index++;
    yield [key, node.parts[index]];
  }
}
