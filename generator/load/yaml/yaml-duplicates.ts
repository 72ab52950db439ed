import { pairsOf, composeYamlTree, startOf, type YamlNode } from "./yaml-tree.ts";
import { yamlOptions } from "./yaml-schema.ts";

/** Every key that stands in its mapping a second time, in the order of the text. */
export function duplicateKeys(
  text: string,
): readonly { readonly key: string; readonly offset: number }[] {
  const found: { key: string; offset: number }[] = [];
  const pending = [composeYamlTree(text, yamlOptions("lastCounts"))];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const key of repeatedKeys(node))
      found.push({ key: String(key.result), offset: startOf(text, key) });
    pending.push(...node.parts);
  }
  return found.toSorted((a, b) => a.offset - b.offset);
}

function repeatedKeys(node: YamlNode): YamlNode[] {
  const seen = new Set<string>();
  const repeated: YamlNode[] = [];
  for (const [key] of pairsOf(node)) {
    const name = String(key.result);
    if (seen.has(name) && name !== "<<") repeated.push(key);
    seen.add(name);
  }
  return repeated;
}
