import type { Change } from "../change.ts";
import { code } from "../names.ts";
import type { Wire, WireOperation } from "../read/wire.ts";
import { Comparison, type Findings, noFindings, report } from "./comparison.ts";
import { compareDocumentation } from "./documentation.ts";
import { gather, type Named } from "./gather.ts";
import { type Matched, matchOperations } from "./match-operations.ts";
import { compareOperation } from "./operations.ts";
import { compareSecurity } from "./security.ts";
import { compareSchemes } from "./security-schemes.ts";
import { compareServers } from "./servers.ts";
import type { Site } from "./site.ts";

/** What changed between two documents, as clients and the server meet it. In the order of the new document. */
export function compareWires(old: Wire, newer: Wire): readonly Change[] {
  const comparison = new Comparison(old, newer);
  const operations = matchOperations(old.operations, newer.operations);
  const events = matchOperations(old.incoming, newer.incoming);
  return gather(comparison, [
    { name: undefined, findings: compareApi(comparison, operations) },
    ...compareAll(comparison, operations, "operation"),
    ...compareAll(comparison, events, "event"),
  ]);
}

function compareApi(comparison: Comparison, { pairs }: Matched): Findings {
  const findings = noFindings();
  const { old, new: newer } = comparison;
  const site: Site = { subject: "API", base: "", path: "" };
  const root = { old: old.spec.root, new: newer.spec.root };
  const info = { old: root.old.get("info") ?? root.old, new: root.new.get("info") ?? root.new };
  compareDocumentation(findings, site, info, "info");
  compareServers(findings, site, root, { old: old.servers, new: newer.servers });
  compareSchemes(findings, comparison, site);
  // What no operation inherits, in one of the documents, says nothing of what is needed.
  if (pairs.some((pair) => pair.every(({ security }) => security === undefined)))
    compareSecurity(findings, site, [old.security, newer.security], comparison.schemeNames);
  return findings;
}

function compareAll(
  comparison: Comparison,
  { pairs, removed, added }: Matched,
  what: "operation" | "event",
): readonly Named[] {
  const { root: newRoot } = comparison.new.spec;
  const { root: oldRoot } = comparison.old.spec;
  const newPlace = newRoot.get("paths") ?? newRoot;
  const oldPlace = oldRoot.get("paths") ?? oldRoot;
  return [
    ...removed.map((one) =>
      alone(one, `${what}-removed`, { was: one, at: { old: one.node, new: newPlace } }),
    ),
    ...pairs.map(([was, is]) => ({
      name: is.name,
      findings: compareOperation(comparison, was, is, what),
    })),
    ...added.map((one) =>
      alone(one, `${what}-added`, { is: one, at: { old: oldPlace, new: one.node } }),
    ),
  ];
}

function alone(
  { name }: WireOperation,
  rule: Parameters<typeof report>[1],
  {
    was,
    is,
    at,
  }: { was?: WireOperation; is?: WireOperation; at: Parameters<typeof report>[2]["at"] },
): Named {
  const findings = noFindings();
  report(findings, rule, {
    direction: "both",
    site: { subject: name, base: "", path: "" },
    at,
    was: addressOf(was),
    is: addressOf(is),
  });
  return { name, findings };
}

function addressOf(operation: WireOperation | undefined): string {
  return operation === undefined ? "" : code(`${operation.method} ${operation.path}`);
}
