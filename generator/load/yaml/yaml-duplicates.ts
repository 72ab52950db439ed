import { escapeToken } from "../../json-pointer.ts";
import type { DuplicateKey } from "../duplicate-keys.ts";
import type { YamlNode, YamlTree } from "./yaml-tree.ts";

/** Every key that stands in its mapping a second time, in the order of the text. */
export function duplicateYamlKeys(tree: YamlTree): readonly DuplicateKey[] {
  return collect(tree, 0, "").toSorted((a, b) => a.offset - b.offset);
}

function collect(tree: YamlTree, node: YamlNode, pointer: string): DuplicateKey[] {
  const found: DuplicateKey[] = [];
  const seen = new Set<string>();
  for (const [keyNode, value] of tree.pairsOf(node)) {
    const key = tree.nameOf(keyNode);
    const place = `${pointer}/${escapeToken(key)}`;
    if (seen.has(key) && key !== "<<")
      found.push({ key, pointer: place, offset: tree.startOf(keyNode) });
    seen.add(key);
    if (value !== undefined) found.push(...collect(tree, value, place));
  }
  if (!tree.isSequence(node)) return found;
  return tree.partsOf(node).flatMap((item, index) => collect(tree, item, `${pointer}/${index}`));
}
