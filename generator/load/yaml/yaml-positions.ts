import type { LoadOptions } from "js-yaml";
import { pointerTokens } from "../../json-pointer.ts";
import { skipNodeProperties } from "./yaml-scanner.ts";
import {
  composeYamlTree,
  membersOf,
  startOf,
  type YamlMember,
  type YamlNode,
} from "./yaml-tree.ts";

/**
 * Answers where the value at a JSON pointer stands in valid YAML text, as an offset: the key of a mapping's member,
 * the item of a sequence. A pointer that leads nowhere gives its nearest ancestor. A pointer through an alias leads
 * into the anchored node, one through a merge key into the merged mapping. `options` must be those of the first parse.
 */
export function yamlPositions(text: string, options: LoadOptions): (pointer: string) => number {
  const root = composeYamlTree(text, options);
  const anchors = new Map<string, YamlNode>();
  if (root !== undefined) collectAnchors(text, root, anchors);
  return (pointer) => {
    let node = root;
    let at = node === undefined ? 0 : startOf(text, node);
    for (const token of pointerTokens(pointer)) {
      const member = findMember(text, node, token, anchors);
      if (member === undefined) break;
      node = member.value;
      const shown = member.key ?? member.value;
      if (shown !== undefined) at = startOf(text, shown);
    }
    return at;
  };
}

function findMember(
  text: string,
  node: YamlNode | undefined,
  token: string,
  anchors: ReadonlyMap<string, YamlNode>,
): YamlMember | undefined {
  const target = node === undefined ? undefined : followAlias(text, node, anchors);
  if (target === undefined) return undefined;
  const members = membersOf(target);
  const own = members.get(token);
  if (own !== undefined || target.kind !== "mapping") return own;
  return findMerged(text, members.get("<<")?.value, token, anchors);
}

/** Looks into the value of a merge key: one mapping, or a sequence of them (https://yaml.org/type/merge.html). */
function findMerged(
  text: string,
  merged: YamlNode | undefined,
  token: string,
  anchors: ReadonlyMap<string, YamlNode>,
): YamlMember | undefined {
  if (merged === undefined) return undefined;
  const target = followAlias(text, merged, anchors);
  if (target.kind === "mapping") return findMember(text, target, token, anchors);
  for (const part of target.parts) {
    const found = findMember(text, part, token, anchors);
    if (found !== undefined) return found;
  }
  return undefined;
}

function collectAnchors(text: string, root: YamlNode, anchors: Map<string, YamlNode>): void {
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const { anchor } = skipNodeProperties(text, startOf(text, node));
    if (anchor !== undefined) anchors.set(anchor, node);
    pending.push(...node.parts);
  }
}

const alias = /\*([^\s,[\]{}]+)/y;

function followAlias(
  text: string,
  node: YamlNode,
  anchors: ReadonlyMap<string, YamlNode>,
): YamlNode {
  if (node.kind !== "leaf") return node;
  alias.lastIndex = startOf(text, node);
  const name = alias.exec(text)?.[1];
  return (name === undefined ? undefined : anchors.get(name)) ?? node;
}
