import { code } from "../names.ts";
import { anything } from "../read/anything.ts";
import type { WireHeader, WireResponse } from "../read/wire.ts";
import { compareContents } from "./bodies.ts";
import { report } from "./comparison.ts";
import { compareDocumentation } from "./documentation.ts";
import { matchStatuses } from "./match-statuses.ts";
import type { OperationPair } from "./operation-pair.ts";
import { compareSchemas } from "./schemas.ts";
import type { Site } from "./site.ts";

/** Answers by status. */
export function compareResponses(pair: OperationPair): void {
  const { pairs, removed, added } = matchStatuses(pair.old.responses, pair.new.responses);
  for (const response of removed) reportStatus(pair, response, "removed");
  for (const [was, is] of pairs) compareResponse(pair, was, is);
  for (const response of added) reportStatus(pair, response, "added");
}

function reportStatus(
  pair: OperationPair,
  { status, node }: WireResponse,
  what: "added" | "removed",
): void {
  const kind = /^[123]/.test(status) ? "success" : "error";
  const { old, new: newer } = pair;
  const at =
    what === "added"
      ? { old: old.node.get("responses") ?? old.node, new: node }
      : { old: node, new: newer.node.get("responses") ?? newer.node };
  const words = what === "added" ? { is: code(status) } : { was: code(status) };
  report(pair.findings, `${kind}-status-${what}`, {
    direction: answerDirection(pair),
    site: pair.site,
    at,
    ...words,
  });
}

function answerDirection({ bodyDirection }: OperationPair): "request" | "response" {
  return bodyDirection === "request" ? "response" : "request";
}

function compareResponse(pair: OperationPair, old: WireResponse, newer: WireResponse): void {
  const site: Site = { ...pair.site, base: `answer ${newer.status}` };
  const at = { old: old.node, new: newer.node };
  const direction = answerDirection(pair);
  if (old.status === newer.status) compareDocumentation(pair.findings, site, at, "response");
  else compareStatuses(pair, old, newer);
  compareHeaders(pair, old, newer);
  if (old.contents.size > 0 && newer.contents.size > 0)
    return compareContents(pair, [old.contents, newer.contents], { direction, site, at });
  if (old.contents.size === newer.contents.size) return;
  const rule = newer.contents.size > 0 ? "answer-body-added" : "answer-body-removed";
  report(pair.findings, rule, { direction, site, at });
}

/** A status and the range that has it. */
function compareStatuses(pair: OperationPair, old: WireResponse, newer: WireResponse): void {
  const rule = /^\d+$/.test(old.status) ? "status-widened" : "status-narrowed";
  report(pair.findings, rule, {
    direction: answerDirection(pair),
    site: pair.site,
    at: { old: old.node, new: newer.node },
    was: statusWords(old.status),
    is: statusWords(newer.status),
  });
}

function statusWords(status: string): string {
  if (status === "default") return "any status";
  return status.endsWith("XX") ? `any ${code(status)}` : code(status);
}

function compareHeaders(pair: OperationPair, old: WireResponse, newer: WireResponse): void {
  for (const [key, header] of old.headers) {
    if (!newer.headers.has(key)) reportHeader(pair, [old, newer], header, "removed");
  }
  for (const [key, header] of newer.headers) {
    const was = old.headers.get(key);
    if (was === undefined) reportHeader(pair, [old, newer], header, "added");
    else compareHeader(pair, newer.status, was, header);
  }
}

function reportHeader(
  pair: OperationPair,
  [old, newer]: readonly [WireResponse, WireResponse],
  header: WireHeader,
  what: "added" | "removed",
): void {
  const { node, required } = header;
  report(pair.findings, `${required ? "required" : "optional"}-header-${what}`, {
    direction: answerDirection(pair),
    site: headerSite(pair.site, newer.status, header),
    at: what === "added" ? { old: old.node, new: node } : { old: node, new: newer.node },
  });
}

function headerSite(site: Site, status: string, { name }: WireHeader): Site {
  return { ...site, base: `header ${code(name)} of answer ${status}` };
}

function compareHeader(
  pair: OperationPair,
  status: string,
  old: WireHeader,
  newer: WireHeader,
): void {
  const { comparison, findings } = pair;
  const direction = answerDirection(pair);
  const site = headerSite(pair.site, status, newer);
  const at = { old: old.node, new: newer.node };
  compareDocumentation(findings, site, at, "described");
  if (old.required !== newer.required) {
    const rule = newer.required ? "header-became-required" : "header-became-optional";
    report(findings, rule, { direction, site, at });
  }
  const schemas = {
    old: [old.schema ?? anything(old.node)],
    new: [newer.schema ?? anything(newer.node)],
  };
  findings.below.push(compareSchemas(comparison, schemas, direction, site));
}
