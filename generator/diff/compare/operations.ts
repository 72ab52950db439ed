import { code } from "../names.ts";
import type { WireOperation } from "../read/wire.ts";
import { compareBodies } from "./bodies.ts";
import { type Comparison, type Findings, noFindings, report } from "./comparison.ts";
import { compareDocumentation } from "./documentation.ts";
import type { OperationPair } from "./operation-pair.ts";
import { compareParameters } from "./parameters.ts";
import { compareResponses } from "./responses.ts";
import { compareSecurity } from "./security.ts";
import { compareServers } from "./servers.ts";
import type { Site } from "./site.ts";

/** Compares an operation, or an event: a request that the API sends, whose body arrives. */
export function compareOperation(
  comparison: Comparison,
  old: WireOperation,
  newer: WireOperation,
  what: "operation" | "event",
): Findings {
  const findings = noFindings();
  const site: Site = { subject: newer.name, former: old.name, base: "", path: "" };
  const bodyDirection = what === "operation" ? "request" : "response";
  const pair: OperationPair = { comparison, old, new: newer, findings, site, bodyDirection };
  const at = { old: old.node, new: newer.node };
  compareAddress(pair);
  compareDocumentation(findings, site, at, "operation");
  compareParameters(pair);
  compareBodies(pair);
  compareResponses(pair);
  compareOwnSecurity(pair);
  compareServers(findings, site, at, { old: old.servers, new: newer.servers });
  return findings;
}

function compareAddress({ findings, site, old, new: newer }: OperationPair): void {
  const at = { old: old.node, new: newer.node };
  const base = { direction: "both", site, at } as const;
  if (old.key !== newer.key) {
    const words = [old, newer].map(({ method, path }) => code(`${method} ${path}`));
    report(findings, "operation-moved", { ...base, was: words[0] ?? "", is: words[1] ?? "" });
  }
  if (old.operationId !== newer.operationId) {
    const [was, is] = [old, newer].map((one) =>
      one.operationId === undefined ? "missing" : code(one.operationId),
    );
    const places = {
      old: old.node.get("operationId") ?? old.node,
      new: newer.node.get("operationId") ?? newer.node,
    };
    report(findings, "operation-id-changed", { ...base, at: places, was: was ?? "", is: is ?? "" });
  }
  const deprecated = [old, newer].map(({ node }) => node.boolean("deprecated") === true);
  if (deprecated[0] !== deprecated[1])
    report(
      findings,
      deprecated[1] === true ? "operation-deprecated" : "operation-undeprecated",
      base,
    );
}

/** Where neither operation has `security` of its own, the document's is compared once for all. */
function compareOwnSecurity({ comparison, findings, site, old, new: newer }: OperationPair): void {
  if (old.security === undefined && newer.security === undefined) return;
  const was = old.security ?? { ...comparison.old.security, node: old.node };
  const is = newer.security ?? { ...comparison.new.security, node: newer.node };
  compareSecurity(findings, site, [was, is], comparison.schemeNames);
}
