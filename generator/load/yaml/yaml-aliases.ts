import { fail } from "../../diagnostics.ts";
import type { Source } from "../../source.ts";
import { MAX_DEPTH } from "../depth.ts";

/** How many values aliases may expand to. The largest public documents hold about half a million. */
const MAX_VALUES = 5_000_000;

/**
 * Aliases make a graph of what looks like a tree: a few lines can stand for billions of values, or contain themselves.
 * Every later stage walks the document as a tree, so both are refused here. Diagnostics: `alias-expansion`,
 * `nested-too-deeply`.
 */
export function checkAliases(source: Source): void {
  if (!mayHaveAliases(source.text)) return;
  const sizes = new Map<object, number>();
  const size = sizeOf(source.value, sizes, 0, source);
  if (size > MAX_VALUES)
    fail("alias-expansion", { source, pointer: "" }, { problem: "stand for too many values" });
}

/** An alias has the name of an anchor. Prose with an `&` and a `*` can look like both, which costs a walk and no more. */
function mayHaveAliases(text: string): boolean {
  const anchors = new Set(Array.from(text.matchAll(/&([^\s,[\]{}]+)/g), ([, name]) => name));
  if (anchors.size === 0) return false;
  for (const [, name] of text.matchAll(/\*([^\s,[\]{}]+)/g)) if (anchors.has(name)) return true;
  return false;
}

/** Number of values when every alias is written out. Infinity marks a value whose size is still being counted. */
function sizeOf(value: unknown, sizes: Map<object, number>, depth: number, source: Source): number {
  if (typeof value !== "object" || value === null) return 1;
  const known = sizes.get(value);
  if (known === Infinity)
    fail("alias-expansion", { source, pointer: "" }, { problem: "contain themselves" });
  if (known !== undefined) return known;
  if (depth > MAX_DEPTH) fail("nested-too-deeply", { source, pointer: "" }, { limit: MAX_DEPTH });
  sizes.set(value, Infinity);
  let size = 1;
  for (const child of Object.values(value)) size += sizeOf(child, sizes, depth + 1, source);
  const total = Math.min(size, Number.MAX_SAFE_INTEGER);
  sizes.set(value, total);
  return total;
}
