import type { ts as tsNamespace } from "ts-morph";
import type { Site } from "../compare/site.ts";
import type { SurfaceReason } from "../verdict.ts";
import { compareFunctions } from "./compare-functions.ts";
import { compareTypes } from "./compare-types.ts";
import type { ExportPair } from "./export-pair.ts";
import { type Export, exportsOf } from "./exports.ts";
import { isSaidByFunctions } from "./facade.ts";
import type { TypeScript } from "./memory-program.ts";
import type { Packages } from "./open-packages.ts";
import { ownersOf } from "./owners.ts";
import { polarities } from "./polarity.ts";

/** All differences between the exports of two packages that a compiler can see. */
export function compareExports(packages: Packages): readonly SurfaceReason[] {
  const { ts } = packages;
  const old = exportsOf(packages, packages.old);
  const newer = exportsOf(packages, packages.new);
  const sides = polarities(ts, newer);
  const owners = ownersOf(ts, newer);
  const gone = new Set([...old.keys()].filter((name) => !newer.has(name)));
  const fresh = new Set([...newer.keys()].filter((name) => !old.has(name)));
  const only = { old: gone, new: fresh };
  return [
    ...unpaired(ts, old, ownersOf(ts, old), gone).map((one) => alone(ts, one, "gone")),
    ...[...newer.values()].flatMap((one) => {
      const was = old.get(one.name);
      if (was === undefined || was.text === one.text) return [];
      const polarity = sides.get(one.name) ?? { sent: true, received: true };
      const site: Site = { subject: owners.get(one.name) ?? one.name, base: "", path: "" };
      return compare({ packages, old: was, new: one, polarity, site, only }, owners.has(one.name));
    }),
    ...unpaired(ts, newer, owners, fresh).map((one) => alone(ts, one, "new")),
  ];
}

/** What only one of the packages exports, without what belongs to something else of it. */
function unpaired(
  ts: TypeScript,
  exported: ReadonlyMap<string, Export>,
  owners: ReadonlyMap<string, string>,
  names: ReadonlySet<string>,
): readonly Export[] {
  return [...exported.values()].filter(
    ({ name, node }) =>
      names.has(name) && !names.has(owners.get(name) ?? "") && !isSaidByFunctions(ts, node, names),
  );
}

function alone(ts: TypeScript, { name, node }: Export, what: "gone" | "new"): SurfaceReason {
  const bump = what === "gone" ? "major" : "minor";
  return { bump, subject: name, text: `the ${kindOf(ts, node)} is ${what}`, from: "types" };
}

function kindOf(ts: TypeScript, node: tsNamespace.Node): string {
  if (ts.isFunctionDeclaration(node)) return "function";
  if (ts.isClassDeclaration(node)) return "class";
  return ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) ? "type" : "export";
}

function compare(pair: ExportPair, isOwned: boolean): readonly SurfaceReason[] {
  const { ts } = pair.packages;
  if (ts.isFunctionDeclaration(pair.old.node) && ts.isFunctionDeclaration(pair.new.node))
    return compareFunctions(pair, pair.old.node, pair.new.node);
  if (ts.isVariableDeclaration(pair.new.node)) return compareConstants(pair);
  return compareTypes(pair, isOwned);
}

/** A constant is read only: a list may grow, anything else must be what it was. */
function compareConstants({
  packages,
  old,
  new: newer,
  site,
}: ExportPair): readonly SurfaceReason[] {
  const { checker } = packages;
  const [was, is] = [old, newer].map(({ node }) => checker.getTypeAtLocation(node));
  if (was === undefined || is === undefined) return [];
  const isList = checker.isTupleType(was) && checker.isTupleType(is);
  const bump = isList || checker.isTypeAssignableTo(is, was) ? "minor" : "major";
  return [{ bump, subject: site.subject, text: "its value is another", from: "types" }];
}
