import type { Node } from "../../spec/node.ts";
import type { PropertyView } from "../read/schema-object.ts";
import { report } from "./comparison.ts";
import { reportPair, type SchemaPair } from "./schema-pair.ts";
import { below, type Site, step } from "./site.ts";

/** What is inside: properties, other properties, elements. */
export function compareMembers(pair: SchemaPair): void {
  compareProperties(pair);
  compareOthers(pair);
  compareElements(pair);
}

function compareProperties(pair: SchemaPair): void {
  const old = visible(pair.old.properties, pair.direction);
  const newer = visible(pair.new.properties, pair.direction);
  for (const [name, property] of old) {
    const other = newer.get(name);
    if (other === undefined) reportProperty(pair, property, "removed");
    else compareProperty(pair, property, other);
  }
  for (const [name, property] of newer) {
    if (!old.has(name)) reportProperty(pair, property, "added");
  }
}

/** What only the server sets is not sent, what is only sent does not arrive (OpenAPI 3.0, 4.7.24.2). */
function visible(
  properties: ReadonlyMap<string, PropertyView>,
  direction: "request" | "response",
): ReadonlyMap<string, PropertyView> {
  const hidden = direction === "request" ? "readOnly" : "writeOnly";
  return new Map([...properties].filter(([, property]) => !property[hidden]));
}

function reportProperty(pair: SchemaPair, property: PropertyView, what: "added" | "removed"): void {
  const [node = pair.at.old] = property.nodes;
  report(pair.findings, `${property.required ? "required" : "optional"}-property-${what}`, {
    direction: pair.direction,
    site: below(pair.site, step(property.name)),
    at: what === "added" ? { ...pair.at, new: node } : { ...pair.at, old: node },
  });
}

function compareProperty(pair: SchemaPair, old: PropertyView, newer: PropertyView): void {
  const site = below(pair.site, step(newer.name));
  const { direction, findings } = pair;
  const at = { old: old.nodes[0] ?? pair.at.old, new: newer.nodes[0] ?? pair.at.new };
  if (old.required !== newer.required) {
    const rule = newer.required ? "property-became-required" : "property-became-optional";
    report(findings, rule, { direction, site, at });
  }
  if (old.deprecated !== newer.deprecated) {
    const rule = newer.deprecated ? "property-deprecated" : "property-undeprecated";
    report(findings, rule, { direction, site, at });
  }
  pair.inside({ old: old.nodes, new: newer.nodes }, site);
}

function compareOthers(pair: SchemaPair): void {
  const old = pair.old.others;
  const newer = pair.new.others;
  if (old === false || newer === false) {
    if (old !== newer)
      reportPair(
        pair,
        newer === false ? "other-properties-forbidden" : "other-properties-allowed",
        {},
      );
    return;
  }
  const site = below(pair.site, "[*]");
  if (old.length > 0 && newer.length > 0) pair.inside({ old, new: newer }, site);
  else compareWithAnything(pair, old[0], newer[0], site);
}

function compareElements(pair: SchemaPair): void {
  const { old, new: newer } = pair;
  const site = below(pair.site, "[]");
  if (old.items !== undefined && newer.items !== undefined)
    pair.inside({ old: [old.items], new: [newer.items] }, site);
  else if (isList(pair)) compareWithAnything(pair, old.items, newer.items, site);
  comparePositions(pair);
}

/** Where one side says nothing at all, its values may be anything. */
function compareWithAnything(
  pair: SchemaPair,
  old: Node | undefined,
  newer: Node | undefined,
  site: Site,
): void {
  if (old === newer) return;
  const words = { was: "anything", is: "restricted" };
  const rule = old === undefined ? "type-narrowed" : "type-widened";
  report(pair.findings, rule, {
    direction: pair.direction,
    site,
    at: { old: old ?? pair.at.old, new: newer ?? pair.at.new },
    ...(old === undefined ? words : { was: words.is, is: words.was }),
  });
}

function isList({ old, new: newer }: SchemaPair): boolean {
  return old.types?.has("array") === true && newer.types?.has("array") === true;
}

function comparePositions(pair: SchemaPair): void {
  const { findings, direction, at } = pair;
  const old = pair.old.positions;
  const newer = pair.new.positions;
  for (let index = 0; index < Math.max(old.length, newer.length); index++) {
    const was = old[index];
    const is = newer[index];
    const site = below(pair.site, `[${index}]`);
    if (was !== undefined && is !== undefined) pair.inside({ old: [was], new: [is] }, site);
    else if (is !== undefined)
      report(findings, "tuple-position-added", { direction, site, at: { ...at, new: is } });
    else if (was !== undefined)
      report(findings, "tuple-position-removed", { direction, site, at: { ...at, old: was } });
  }
}
