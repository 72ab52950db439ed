import { escapeToken } from "../../json-pointer.ts";
import type { DuplicateKey } from "../duplicate-keys.ts";
import { yamlOptions } from "./yaml-schema.ts";
import { composeYamlTree, pairsOf, startOf, type YamlNode } from "./yaml-tree.ts";

/** Every key that stands in its mapping a second time, in the order of the text. */
export function duplicateYamlKeys(text: string): readonly DuplicateKey[] {
  const root = composeYamlTree(text, yamlOptions("lastCounts"));
  return root === undefined ? [] : collect(text, root, "").toSorted((a, b) => a.offset - b.offset);
}

function collect(text: string, node: YamlNode, pointer: string): DuplicateKey[] {
  const found: DuplicateKey[] = [];
  const seen = new Set<string>();
  for (const [keyNode, value] of pairsOf(node)) {
    const key = String(keyNode.result);
    const place = `${pointer}/${escapeToken(key)}`;
    if (seen.has(key) && key !== "<<")
      found.push({ key, pointer: place, offset: startOf(text, keyNode) });
    seen.add(key);
    if (value !== undefined) found.push(...collect(text, value, place));
  }
  if (node.kind !== "sequence") return found;
  return node.parts.flatMap((item, index) => collect(text, item, `${pointer}/${index}`));
}
