import type { Node } from "../../spec/node.ts";
import { code } from "../names.ts";
import { anything } from "../read/anything.ts";
import type { WireBody, WireContent } from "../read/wire.ts";
import { areSameBytes } from "./bytes.ts";
import { type Both, report } from "./comparison.ts";
import { compareDocumentation } from "./documentation.ts";
import type { OperationPair } from "./operation-pair.ts";
import { compareSchemas } from "./schemas.ts";
import type { Site } from "./site.ts";

/** Bodies of requests. */
export function compareBodies(pair: OperationPair): void {
  const old = pair.old.body;
  const newer = pair.new.body;
  const { findings, bodyDirection: direction } = pair;
  const site = { ...pair.site, base: "the body" };
  const at: Both = { old: old?.node ?? pair.old.node, new: newer?.node ?? pair.new.node };
  if (old === undefined || newer === undefined) {
    const only = old ?? newer;
    if (only !== undefined)
      report(findings, ruleOfOnly(only, old === undefined), { direction, site, at });
    return;
  }
  compareDocumentation(findings, site, at, "described");
  if (old.required !== newer.required) {
    const rule = newer.required ? "body-became-required" : "body-became-optional";
    report(findings, rule, { direction, site, at });
  }
  compareContents(pair, [old.contents, newer.contents], { direction, site, at });
}

function ruleOfOnly({ required }: WireBody, isNew: boolean): Parameters<typeof report>[1] {
  return `${required ? "required" : "optional"}-body-${isNew ? "added" : "removed"}`;
}

type Contents = ReadonlyMap<string, WireContent>;

/** What a body or an answer may be, by media type. */
export function compareContents(
  { comparison, findings }: OperationPair,
  [old, newer]: readonly [Contents, Contents],
  where: { readonly direction: "request" | "response"; readonly site: Site; readonly at: Both },
): void {
  const { direction, site, at } = where;
  for (const [mediaType, { node }] of old) {
    if (newer.has(mediaType)) continue;
    const place = { ...at, old: node };
    report(findings, "media-type-removed", { direction, site, at: place, was: code(mediaType) });
  }
  for (const [mediaType, content] of newer) {
    const was = old.get(mediaType);
    if (was === undefined) {
      const place = { ...at, new: content.node };
      report(findings, "media-type-added", { direction, site, at: place, is: code(mediaType) });
    } else if (!areSameBytes(comparison, was, content)) {
      const schemas = { old: [schemaOf(was)], new: [schemaOf(content)] };
      findings.below.push(compareSchemas(comparison, schemas, direction, site));
    }
  }
}

function schemaOf({ schema, node }: WireContent): Node {
  return schema ?? anything(node);
}
