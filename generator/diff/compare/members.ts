import { anything } from "../read/anything.ts";
import type { PropertyView } from "../read/schema-object.ts";
import { report } from "./comparison.ts";
import { reportPair, type SchemaPair } from "./schema-pair.ts";
import { below, step } from "./site.ts";

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
    if (other !== undefined) compareProperty(pair, property, other);
    else reportProperty(pair, "removed", property, pair.new.properties.get(name));
  }
  for (const [name, property] of newer) {
    if (!old.has(name)) reportProperty(pair, "added", property, pair.old.properties.get(name));
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

/** `hidden` is the property on the other side, where it is but does not travel this way. */
function reportProperty(
  { findings, direction, site, at }: SchemaPair,
  what: "added" | "removed",
  { name, required, nodes }: PropertyView,
  hidden: PropertyView | undefined,
): void {
  const [own, other] = what === "added" ? (["new", "old"] as const) : (["old", "new"] as const);
  const word = hidden === undefined ? "" : direction === "request" ? "read-only" : "write-only";
  report(findings, `${required ? "required" : "optional"}-property-${what}`, {
    direction,
    site: below(site, step(name)),
    at: { ...at, [own]: nodes[0] ?? at[own], [other]: hidden?.nodes[0] ?? at[other] },
    [what === "added" ? "was" : "is"]: word,
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
  if (old.length === 0 && newer.length === 0) return;
  const { at } = pair;
  pair.inside(
    {
      old: old.length > 0 ? old : [anything(at.old)],
      new: newer.length > 0 ? newer : [anything(at.new)],
    },
    site,
  );
}

function compareElements(pair: SchemaPair): void {
  const { old, new: newer } = pair;
  const site = below(pair.site, "[]");
  const was = old.items ?? anything(pair.at.old);
  const is = newer.items ?? anything(pair.at.new);
  if (isList(pair) || (old.items !== undefined && newer.items !== undefined))
    pair.inside({ old: [was], new: [is] }, site);
  comparePositions(pair);
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
