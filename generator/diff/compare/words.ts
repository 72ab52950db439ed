import type { Node } from "../../spec/node.ts";
import { code, value } from "../names.ts";
import type { RuleId } from "../rules.ts";
import { formatRule } from "./formats.ts";
import { reportPair, type SchemaPair } from "./schema-pair.ts";

/** Keywords that are equal or not, without a more and a less. */
export function compareWords(pair: SchemaPair): void {
  const { old, new: newer } = pair;
  compareWord(
    pair,
    [old.format, newer.format],
    ["format-added", "format-removed", formatRule(old.format?.value, newer.format?.value)],
  );
  compareWord(
    pair,
    [old.pattern, newer.pattern],
    ["pattern-added", "pattern-removed", "pattern-changed"],
  );
  compareWord(
    pair,
    [old.encoding, newer.encoding],
    ["encoding-changed", "encoding-changed", "encoding-changed"],
  );
  const without: RuleId = "default-changed";
  compareWord(pair, [old.fallback, newer.fallback], [without, without, without]);
  compareWord(
    pair,
    [old.discriminator?.property, newer.discriminator?.property],
    ["discriminator-added", "discriminator-removed", "discriminator-changed"],
  );
  compareConditions(pair);
}

function compareWord(
  pair: SchemaPair,
  [old, newer]: readonly [Node | undefined, Node | undefined],
  [added, removed, changed]: readonly [RuleId, RuleId, RuleId],
): void {
  if (meaningOf(old) === meaningOf(newer)) return;
  const rule = old === undefined ? added : newer === undefined ? removed : changed;
  reportPair(pair, rule, { old, new: newer, was: shown(old), is: shown(newer) });
}

/** What OpenAPI 3.0 says with `format`, and 3.1 with the words of JSON Schema (3.1, 4.7.14.1). */
const ENCODINGS: ReadonlyMap<unknown, string> = new Map([
  ["byte", '"base64"'],
  ["binary", '"application/octet-stream"'],
]);

function meaningOf(node: Node | undefined): string | undefined {
  return (node?.key === "format" ? ENCODINGS.get(node.value) : undefined) ?? jsonOf(node);
}

function jsonOf(node: Node | undefined): string | undefined {
  return node && JSON.stringify(node.value);
}

function shown(node: Node | undefined): string {
  return node === undefined ? "not given" : value(node.value);
}

/** Each narrows what it stands for; what a changed one does is not decided. */
function compareConditions(pair: SchemaPair): void {
  const before = pair.old.conditions;
  const after = pair.new.conditions;
  for (const keyword of new Set([...before.keys(), ...after.keys()])) {
    const [old, newer] = [before.get(keyword), after.get(keyword)];
    if (jsonOf(old) === jsonOf(newer)) continue;
    const shownKeyword = code(keyword.split(" ", 1)[0] ?? "");
    const words = { old, new: newer, was: shownKeyword, is: shownKeyword };
    if (old === undefined) reportPair(pair, "condition-added", words);
    else reportPair(pair, newer === undefined ? "condition-removed" : "condition-changed", words);
  }
}
