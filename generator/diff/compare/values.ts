import type { Node } from "../../spec/node.ts";
import { anyOf, value } from "../names.ts";
import { reportPair, type SchemaPair } from "./schema-pair.ts";

type Values = ReadonlyMap<string, Node>;

/** Closed lists of values: `enum`, `const`. */
export function compareValues(pair: SchemaPair): void {
  const old = pair.old.values;
  const newer = pair.new.values;
  if (old === undefined && newer === undefined) return;
  if (old === undefined || newer === undefined) {
    if (newer !== undefined)
      reportPair(pair, "became-enum", { new: listOf(newer), is: list(newer) });
    if (old !== undefined) reportPair(pair, "no-longer-enum", { old: listOf(old), was: list(old) });
    return;
  }
  for (const [json, node] of old) {
    if (!newer.has(json))
      reportPair(pair, "enum-value-removed", {
        old: node,
        new: listOf(newer),
        was: value(node.value),
      });
  }
  for (const [json, node] of newer) {
    if (!old.has(json))
      reportPair(pair, "enum-value-added", { old: listOf(old), new: node, is: value(node.value) });
  }
}

/** The keyword that holds the values. */
function listOf(values: Values): Node | undefined {
  const [first] = values.values();
  return first?.key === "const" ? first : first?.parent;
}

function list(values: Values): string {
  return anyOf([...values.values()].map((node) => value(node.value)));
}
