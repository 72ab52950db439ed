import { fail } from "../../diagnostics.ts";
import { matchOperations } from "../../diff/compare/match-operations.ts";
import type { Wire } from "../../diff/read/wire.ts";
import type { Side } from "./side.ts";

/** One operation in so many has to be in both documents. A health check is in every API. */
const ONE_IN = 10;

/**
 * Refuses to compare two APIs: documents with other titles that have hardly an operation in common, by path or by
 * `operationId`, and packages of other names.
 * Diagnostic: `unrelated-documents`.
 */
export function refuseStrangers(
  old: Side,
  newer: Side,
  [oldWire, newWire]: readonly [Wire | undefined, Wire | undefined],
): void {
  const names = [old, newer].map((side) => side.published?.package);
  if (names[0] !== undefined && names[1] !== undefined && names[0] !== names[1])
    fail("unrelated-documents", undefined, { old: names[0], new: names[1] });
  if (oldWire === undefined || newWire === undefined) return;
  const titles = [oldWire, newWire].map(titleOf);
  const smaller = Math.min(oldWire.operations.size, newWire.operations.size);
  const { pairs } = matchOperations(oldWire.operations, newWire.operations);
  if (titles[0] === titles[1] || pairs.length * ONE_IN >= smaller) return;
  fail("unrelated-documents", undefined, { old: titles[0] ?? "", new: titles[1] ?? "" });
}

function titleOf({ spec }: Wire): string {
  return spec.root.get("info")?.string("title") ?? "API";
}
