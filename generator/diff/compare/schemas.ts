import type { Node } from "../../spec/node.ts";
import type { Spec } from "../../spec/spec.ts";
import type { SchemaView } from "../read/schema-view.ts";
import { viewOf } from "../read/schema-view.ts";
import { type Comparison, type Findings, noFindings } from "./comparison.ts";
import { compareDocumentation } from "./documentation.ts";
import { compareLimits } from "./limits.ts";
import { compareMembers } from "./members.ts";
import type { SchemaPair, Schemas } from "./schema-pair.ts";
import type { Site } from "./site.ts";
import { compareNull, compareTypes } from "./types.ts";
import { compareUnions } from "./unions.ts";
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
  const old = viewOf(comparison.old.spec, schemas.old);
  const newer = viewOf(comparison.new.spec, schemas.new);
  if (old === undefined || newer === undefined) return findings;
  const at = { old: placeOf(old), new: placeOf(newer) };
  const inside: SchemaPair["inside"] = (inner, where) => {
    findings.below.push(compareSchemas(comparison, inner, direction, where));
  };
  compareViews({ comparison, direction, site, old, new: newer, findings, at, inside });
  return findings;
}

/** Where a schema says what it asks for: behind its reference. */
function placeOf({ node, parts }: SchemaView): Node {
  return parts[0] ?? node;
}

function idOf(node: Node): string {
  return node.id;
}

function compareViews(pair: SchemaPair): void {
  compareTexts(pair);
  compareNull(pair);
  if (compareUnions(pair) === "done") return;
  if (compareTypes(pair) === "different") return;
  compareValues(pair);
  compareWords(pair);
  compareLimits(pair);
  compareMembers(pair);
}

/** What people wrote beside a reference, and what they wrote where it leads. */
function compareTexts({ comparison, old, new: newer, findings, site }: SchemaPair): void {
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
