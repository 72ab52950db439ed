import { anyOf, code } from "../names.ts";
import type { WireAlternative, WireSecurity } from "../read/wire.ts";
import { type Findings, report } from "./comparison.ts";
import type { SchemeNames } from "./scheme-names.ts";
import type { Site } from "./site.ts";

/**
 * Which credentials are needed: alternatives by their schemes, whatever those are called. No alternatives, or an empty
 * one: none needed.
 */
export function compareSecurity(
  findings: Findings,
  site: Site,
  [old, newer]: readonly [WireSecurity, WireSecurity],
  names: SchemeNames,
): void {
  const at = { old: old.node, new: newer.node };
  const base = { direction: "both", site, at } as const;
  const needed = [old, newer].map(needsCredentials);
  if (needed[0] !== needed[1]) {
    const rule = needed[1] === true ? "credentials-needed" : "credentials-not-needed";
    report(findings, rule, { ...base, was: describe(old), is: describe(newer) });
    return;
  }
  const before = renamed(old, names);
  const after = byKey(newer);
  for (const [key, { node }] of before) {
    if (key !== "" && !after.has(key))
      report(findings, "credentials-alternative-removed", {
        ...base,
        at: { ...at, old: node },
        was: code(key),
      });
  }
  for (const [key, alternative] of after) {
    const was = before.get(key);
    if (was !== undefined) compareScopes(findings, site, was, alternative);
    else if (key !== "")
      report(findings, "credentials-alternative-added", {
        ...base,
        at: { ...at, new: alternative.node },
        is: code(key),
      });
  }
}

function needsCredentials({ alternatives }: WireSecurity): boolean {
  return alternatives.length > 0 && !alternatives.some(({ scopes }) => scopes.size === 0);
}

function describe({ alternatives }: WireSecurity): string {
  return anyOf(alternatives.map(keyOf).filter(Boolean).map(code));
}

type Alternatives = ReadonlyMap<string, WireAlternative>;

function byKey({ alternatives }: WireSecurity): Alternatives {
  return new Map(alternatives.map((one) => [keyOf(one), one]));
}

/** The schemes of an alternative: `Basic and Key`. */
function keyOf({ scopes }: WireAlternative): string {
  return [...scopes.keys()].toSorted().join(" and ");
}

/** The old alternatives in the names of the new document. */
function renamed({ alternatives }: WireSecurity, names: SchemeNames): Alternatives {
  const inNewNames = alternatives.map((one) => ({
    ...one,
    scopes: new Map([...one.scopes].map(([name, scopes]) => [names.get(name) ?? name, scopes])),
  }));
  return new Map(inNewNames.map((one) => [keyOf(one), one]));
}

function compareScopes(
  findings: Findings,
  site: Site,
  old: WireAlternative,
  newer: WireAlternative,
): void {
  const at = { old: old.node, new: newer.node };
  for (const [scheme, scopes] of newer.scopes) {
    const before = old.scopes.get(scheme) ?? [];
    const base = {
      direction: "both",
      site: { ...site, base: `the credential ${code(scheme)}` },
      at,
    } as const;
    for (const scope of scopes.filter((one) => !before.includes(one)))
      report(findings, "scope-added", { ...base, is: code(scope) });
    for (const scope of before.filter((one) => !scopes.includes(one)))
      report(findings, "scope-removed", { ...base, was: code(scope) });
  }
}
