import type { Node } from "../../spec/node.ts";
import type { Spec } from "../../spec/spec.ts";
import { isLeftOpen } from "../read/anything.ts";
import { foldUnion } from "../read/fold-union.ts";
import type { SchemaView } from "../read/schema-view.ts";
import { viewOf } from "../read/schema-view.ts";
import { type Comparison, type Findings, noFindings } from "./comparison.ts";
import { compareDocumentation } from "./documentation.ts";
import { compareLimits } from "./limits.ts";
import { compareMembers } from "./members.ts";
import type { SchemaPair, Schemas } from "./schema-pair.ts";
import { componentSite } from "./component-site.ts";
import type { Site } from "./site.ts";
import { compareNull, compareOpenness, compareTypes } from "./types.ts";
import { compareSubtypes, compareUnions } from "./unions.ts";
import { compareValues } from "./values.ts";
import { compareWords } from "./words.ts";

/**
 * Compares what two schemas ask of values that travel in one direction; several at a side hold together.
 * Places are compared once: whoever asks again gets the same findings.
 */
export function compareSchemas(
  comparison: Comparison,
  schemas: Schemas,
  direction: "request" | "response",
  site: Site,
): Findings {
  const key = [direction, ...schemas.old.map(idOf), "|", ...schemas.new.map(idOf)].join("\n");
  const known = comparison.schemas.get(key);
  if (known !== undefined) return known;
  const findings = noFindings();
  comparison.schemas.set(key, findings);
  const [old, newer] = viewsOf(comparison, schemas);
  if (old === undefined || newer === undefined) return findings;
  const at = { old: placeOf(old), new: placeOf(newer) };
  const inside: SchemaPair["inside"] = (inner, where) => {
    findings.below.push(compareSchemas(comparison, inner, direction, where));
  };
  const own = componentSite(comparison, schemas) ?? site;
  compareViews({ comparison, direction, site: own, old, new: newer, findings, at, inside });
  return findings;
}

/** Where only one of the two is a union, it is read as a single schema if it can be. */
function viewsOf(
  { old: { spec: oldSpec }, new: { spec: newSpec } }: Comparison,
  schemas: Schemas,
): readonly [SchemaView | undefined, SchemaView | undefined] {
  const old = viewOf(oldSpec, schemas.old);
  const newer = viewOf(newSpec, schemas.new);
  if (old === undefined || newer === undefined) return [old, newer];
  if (old.union !== undefined && newer.union === undefined)
    return [foldUnion(oldSpec, old) ?? old, newer];
  if (newer.union !== undefined && old.union === undefined)
    return [old, foldUnion(newSpec, newer) ?? newer];
  return [old, newer];
}

/** Where a schema says what it asks for: behind its reference. */
function placeOf({ node, parts }: SchemaView): Node {
  return parts[0] ?? node;
}

function idOf(node: Node): string {
  return isLeftOpen(node) ? `${node.id} left open` : node.id;
}

function compareViews(pair: SchemaPair): void {
  compareTexts(pair);
  if (compareOpenness(pair) === "done") return;
  compareNull(pair);
  if (compareUnions(pair) === "done") return;
  if (compareTypes(pair) === "different") return;
  compareSubtypes(pair);
  compareValues(pair);
  compareWords(pair);
  compareLimits(pair);
  compareMembers(pair);
}

/** What people wrote beside a reference, and what they wrote where it leads. */
function compareTexts({ comparison, old, new: newer, findings, site }: SchemaPair): void {
  if (isLeftOpen(old.node) || isLeftOpen(newer.node)) return;
  const before = textNodes(old, comparison.old.spec);
  const after = textNodes(newer, comparison.new.spec);
  if (before.length !== after.length) return;
  for (const [index, node] of after.entries()) {
    const was = before[index] ?? node;
    compareDocumentation(findings, site, { old: was, new: node }, "schema");
  }
}

function textNodes({ node, parts }: SchemaView, spec: Spec): readonly Node[] {
  const own = parts[0] ?? node;
  const target = spec.follow(node) ?? own;
  return target.value === own.value ? [own] : [own, target];
}
