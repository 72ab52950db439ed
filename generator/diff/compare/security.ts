import type { Node } from "../../spec/node.ts";
import { anyOf, code } from "../names.ts";
import type { WireAlternative, WireSecurity } from "../read/wire.ts";
import { type Comparison, type Findings, report } from "./comparison.ts";
import type { Site } from "./site.ts";

/** Which credentials are needed: alternatives by their schemes. No alternatives, or an empty one: none needed. */
export function compareSecurity(
  findings: Findings,
  site: Site,
  old: WireSecurity,
  newer: WireSecurity,
): void {
  const at = { old: old.node, new: newer.node };
  const base = { direction: "both", site, at } as const;
  const needed = [old, newer].map(needsCredentials);
  if (needed[0] !== needed[1]) {
    const rule = needed[1] === true ? "credentials-needed" : "credentials-not-needed";
    report(findings, rule, { ...base, was: describe(old), is: describe(newer) });
    return;
  }
  for (const [key, { node }] of old.alternatives) {
    if (key !== "" && !newer.alternatives.has(key))
      report(findings, "credentials-alternative-removed", {
        ...base,
        at: { ...at, old: node },
        was: code(key),
      });
  }
  for (const [key, alternative] of newer.alternatives) {
    const was = old.alternatives.get(key);
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
  return alternatives.size > 0 && !alternatives.has("");
}

function describe({ alternatives }: WireSecurity): string {
  return anyOf([...alternatives.keys()].filter((key) => key !== "").map(code));
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

/** The schemes that the documents define, by name. */
export function compareSchemes(
  findings: Findings,
  { old, new: newer }: Comparison,
  site: Site,
): void {
  const root = { old: old.spec.root, new: newer.spec.root };
  for (const [name, node] of old.schemes) {
    const base = {
      direction: "both",
      site: { ...site, base: `the security scheme ${code(name)}` },
    } as const;
    const other = newer.schemes.get(name);
    if (other === undefined)
      report(findings, "security-scheme-removed", { ...base, at: { ...root, old: node } });
    else if (essence(node) !== essence(other))
      report(findings, "security-scheme-changed", {
        ...base,
        at: { old: node, new: other },
        was: code(essence(node)),
        is: code(essence(other)),
      });
  }
  for (const [name, node] of newer.schemes) {
    const base = {
      direction: "both",
      site: { ...site, base: `the security scheme ${code(name)}` },
    } as const;
    if (!old.schemes.has(name))
      report(findings, "security-scheme-added", { ...base, at: { ...root, new: node } });
  }
}

/** What of a scheme reaches the wire. Flows and their URLs concern who fetches the token. */
function essence(node: Node): string {
  const words = ["type", "scheme", "in", "name"].map((keyword) => node.string(keyword));
  return words
    .filter((word) => word !== undefined)
    .join(" ")
    .toLowerCase();
}
