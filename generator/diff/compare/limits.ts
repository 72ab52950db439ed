import { code } from "../names.ts";
import { isSameLimit, isTighter, type Limit } from "../read/schema-limits.ts";
import type { RuleId } from "../rules.ts";
import { reportPair, type SchemaPair } from "./schema-pair.ts";

/** Bounds of numbers, lengths and counts. */
export function compareLimits(pair: SchemaPair): void {
  const old = pair.old.limits;
  const newer = pair.new.limits;
  for (const keyword of new Set([...old.keys(), ...newer.keys()])) {
    const was = old.get(keyword);
    const is = newer.get(keyword);
    const rule = ruleOf(was, is);
    if (rule === undefined) continue;
    reportPair(pair, rule, { old: was?.node, new: is?.node, was: words(was), is: words(is) });
  }
}

function ruleOf(was: Limit | undefined, is: Limit | undefined): RuleId | undefined {
  if (was === undefined) return "limit-added";
  if (is === undefined) return "limit-removed";
  if (isSameLimit(was, is)) return undefined;
  if (isTighter(is, was)) return "limit-tightened";
  return isTighter(was, is) ? "limit-loosened" : "multiple-changed";
}

function words(limit: Limit | undefined): string {
  return limit === undefined ? "none" : code(limit.words);
}
