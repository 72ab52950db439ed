import { pointerTokens } from "../../json-pointer.ts";
import { skipNodeProperties } from "./yaml-scanner.ts";
import type { YamlMember, YamlNode, YamlTree } from "./yaml-tree.ts";

/**
 * Answers where the value at a JSON pointer stands in valid YAML text, as an offset: the key of a mapping's member,
 * the item of a sequence. A pointer that leads nowhere gives its nearest ancestor. A pointer through an alias leads
 * into the anchored node, one through a merge key into the merged mapping.
 */
export class YamlPositions {
  readonly #tree: YamlTree;
  #anchors: ReadonlyMap<string, YamlNode> | undefined;

  constructor(tree: YamlTree) {
    this.#tree = tree;
  }

  offsetOf(pointer: string): number {
    let node: YamlNode | undefined = 0;
    let shown = node;
    for (const token of pointerTokens(pointer)) {
      const member: YamlMember | undefined = this.#findMember(node, token);
      if (member === undefined) break;
      node = member.value;
      shown = member.key ?? member.value ?? shown;
    }
    return this.#tree.startOf(shown);
  }

  #findMember(node: YamlNode | undefined, token: string): YamlMember | undefined {
    if (node === undefined) return undefined;
    const members = this.#tree.membersOf(this.#followAlias(node));
    return members.get(token) ?? this.#findMerged(members.get("<<")?.value, token);
  }

  /** Looks into the value of a merge key: one mapping, or a sequence of them (https://yaml.org/type/merge.html). */
  #findMerged(merged: YamlNode | undefined, token: string): YamlMember | undefined {
    if (merged === undefined) return undefined;
    const target = this.#followAlias(merged);
    if (!this.#tree.isSequence(target)) return this.#findMember(target, token);
    for (const part of this.#tree.partsOf(target)) {
      const found = this.#findMember(part, token);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #followAlias(node: YamlNode): YamlNode {
    if (this.#tree.partsOf(node).length > 0) return node;
    alias.lastIndex = this.#tree.startOf(node);
    const name = alias.exec(this.#tree.text)?.[1];
    if (name === undefined) return node;
    this.#anchors ??= anchorsOf(this.#tree);
    return this.#anchors.get(name) ?? node;
  }
}

const alias = /\*([^\s,[\]{}]+)/y;

function anchorsOf(tree: YamlTree): ReadonlyMap<string, YamlNode> {
  const anchors = new Map<string, YamlNode>();
  for (let node = 0; node < tree.size; node++) {
    const { anchor } = skipNodeProperties(tree.text, tree.startOf(node));
    if (anchor !== undefined) anchors.set(anchor, node);
  }
  return anchors;
}
