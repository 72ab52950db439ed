import type { WireParameter } from "../read/wire.ts";
import { type SchemaView, viewOf } from "../read/schema-view.ts";
import { report } from "./comparison.ts";
import type { OperationPair } from "./operation-pair.ts";
import type { Schemas } from "./schema-pair.ts";
import type { Site } from "./site.ts";

/**
 * A parameter that takes one value is written like a list with one element (`?id=1`; OpenAPI 3.1, 4.8.12.6): a server
 * that takes lists takes it too. Reports a parameter that became or was a list, and gives the schemas of what both have
 * in common, one value; undefined for any other pair.
 */
export function compareLists(
  { comparison, findings }: OperationPair,
  [old, newer]: readonly [WireParameter, WireParameter],
  schemas: Schemas,
  site: Site,
): Schemas | undefined {
  const views = [
    viewOf(comparison.old.spec, schemas.old),
    viewOf(comparison.new.spec, schemas.new),
  ] as const;
  const [was, is] = views.map(isList);
  if (was === is || !views.every(isScalarOrList) || !isWrittenAlike(old, newer)) return undefined;
  const at = { old: old.node, new: newer.node };
  const rule = is === true ? "parameter-became-list" : "parameter-no-longer-list";
  report(findings, rule, { direction: "request", site, at });
  const items = (is === true ? views[1] : views[0])?.items;
  if (items === undefined) return undefined;
  return is === true ? { ...schemas, new: [items] } : { ...schemas, old: [items] };
}

function isList(view: SchemaView | undefined): boolean {
  return view?.types?.size === 1 && view.types.has("array") && view.items !== undefined;
}

function isScalarOrList(view: SchemaView | undefined): boolean {
  if (view?.types === undefined) return false;
  return isList(view) || !(view.types.has("array") || view.types.has("object"));
}

/** In the styles `form` and `simple`, and in every format of collections but `multi`'s only sibling, `multi`. */
function isWrittenAlike(old: WireParameter, newer: WireParameter): boolean {
  const [style] = newer.style.split(",", 1);
  const isPlain = style === "form" || style === "simple" || style === "csv" || style === "multi";
  return old.in === newer.in && isPlain;
}
