import type { Node } from "../../spec/node.ts";
import { code } from "../names.ts";
import { type Comparison, type Findings, report } from "./comparison.ts";
import { compareDocumentation } from "./documentation.ts";
import { describeScheme, essence } from "./scheme-names.ts";
import type { Site } from "./site.ts";

/** The schemes that the documents define, by name. */
export function compareSchemes(findings: Findings, comparison: Comparison, site: Site): void {
  const { old, new: newer } = comparison;
  const names = comparison.schemeNames;
  const arrived = new Set(names.values());
  for (const [name, node] of old.schemes) {
    const newName = names.get(name) ?? name;
    const other = newer.schemes.get(newName);
    if (other !== undefined) compareScheme(findings, site, [name, node], [newName, other]);
    else
      report(findings, "security-scheme-removed", {
        direction: "both",
        site: siteOf(site, name),
        at: { old: node, new: newer.spec.root },
      });
  }
  for (const [name, node] of newer.schemes) {
    if (!old.schemes.has(name) && !arrived.has(name))
      report(findings, "security-scheme-added", {
        direction: "both",
        site: siteOf(site, name),
        at: { old: old.spec.root, new: node },
      });
  }
}

function compareScheme(
  findings: Findings,
  site: Site,
  [oldName, old]: readonly [string, Node],
  [newName, newer]: readonly [string, Node],
): void {
  const base = { direction: "both", at: { old, new: newer } } as const;
  const own = siteOf(site, newName);
  if (oldName !== newName) {
    const words = { was: code(oldName), is: code(newName) };
    report(findings, "security-scheme-renamed", { ...base, site, ...words });
  }
  if (essence(old) !== essence(newer)) {
    const words = { was: code(describeScheme(old)), is: code(describeScheme(newer)) };
    report(findings, "security-scheme-changed", { ...base, site: own, ...words });
  }
  compareDocumentation(findings, own, base.at, "described");
}

function siteOf(site: Site, name: string): Site {
  return { ...site, base: `the security scheme ${code(name)}` };
}
