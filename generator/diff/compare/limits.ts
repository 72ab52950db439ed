import { code } from "../names.ts";
import { isTighter, type Limit } from "../read/schema-limits.ts";
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
    reportPair(pair, rule, {
      old: was?.node,
      new: is?.node,
      was: words(keyword, was),
      is: words(keyword, is),
    });
  }
}

function ruleOf(was: Limit | undefined, is: Limit | undefined): RuleId | undefined {
  if (was === undefined) return "limit-added";
  if (is === undefined) return "limit-removed";
  if (was.value === is.value) return undefined;
  if (isTighter(is, was)) return "limit-tightened";
  return isTighter(was, is) ? "limit-loosened" : "multiple-changed";
}

function words(keyword: string, limit: Limit | undefined): string {
  if (limit === undefined) return "none";
  return code(keyword === "uniqueItems" ? keyword : `${keyword} ${limit.value}`);
}
