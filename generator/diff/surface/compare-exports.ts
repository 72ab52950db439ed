import type { ts as tsNamespace } from "ts-morph";
import type { Site } from "../compare/site.ts";
import type { SurfaceReason } from "../verdict.ts";
import { compareFunctions } from "./compare-functions.ts";
import { compareTypes } from "./compare-types.ts";
import { type Export, exportsOf } from "./exports.ts";
import type { Packages } from "./open-packages.ts";
import { polarities, type Polarity } from "./polarity.ts";

/** One exported thing in both packages. */
export interface ExportPair {
  readonly packages: Packages;
  readonly old: Export;
  readonly new: Export;
  readonly polarity: Polarity;
  readonly site: Site;
}

/** All differences between the exports of two packages that a compiler can see. */
export function compareExports(packages: Packages): readonly SurfaceReason[] {
  const { ts } = packages;
  const old = exportsOf(packages, packages.old);
  const newer = exportsOf(packages, packages.new);
  const sides = polarities(ts, newer);
  const oldOwners = ownersOf(ts, old);
  const owners = ownersOf(ts, newer);
  const gone = [...old.values()].filter(({ name }) => !newer.has(name));
  const fresh = [...newer.values()].filter(({ name }) => !old.has(name));
  const isOwnedByOneOf = (list: readonly Export[], map: typeof owners, one: Export): boolean =>
    list.some(({ name }) => name === map.get(one.name));
  return [
    ...gone
      .filter((one) => !isOwnedByOneOf(gone, oldOwners, one))
      .map((one) => alone(ts, one, "gone")),
    ...[...newer.values()].flatMap((one) => {
      const was = old.get(one.name);
      if (was === undefined || was.text === one.text) return [];
      const polarity = sides.get(one.name) ?? { sent: true, received: true };
      const site: Site = { subject: owners.get(one.name) ?? one.name, base: "", path: "" };
      return compare({ packages, old: was, new: one, polarity, site }, owners.has(one.name));
    }),
    ...fresh
      .filter((one) => !isOwnedByOneOf(fresh, owners, one))
      .map((one) => alone(ts, one, "new")),
  ];
}

/** The functions that types of parameters, results and headers belong to: those declared in the same module. */
function ownersOf(
  ts: Packages["ts"],
  exported: ReadonlyMap<string, Export>,
): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const { name, node } of exported.values()) {
    if (!ts.isFunctionDeclaration(node)) continue;
    const file = node.getSourceFile().fileName;
    if (!file.includes("/operations/")) continue;
    const own = (one: tsNamespace.Node): void => {
      for (const type of namesIn(ts, one)) {
        const near = exported.get(type)?.node;
        if (near === undefined || near.getSourceFile().fileName !== file) continue;
        if (owners.has(type) || ts.isFunctionDeclaration(near)) continue;
        owners.set(type, name);
        own(near);
      }
    };
    own(node);
  }
  return owners;
}

/** The names in a declaration, but not in the body of a function. */
function namesIn(ts: Packages["ts"], node: tsNamespace.Node): readonly string[] {
  const names: string[] = [];
  const visit = (one: tsNamespace.Node): void => {
    if (ts.isBlock(one)) return;
    if (ts.isIdentifier(one)) names.push(one.text);
    ts.forEachChild(one, visit);
  };
  visit(node);
  return names;
}

function alone(ts: Packages["ts"], { name, node }: Export, what: "gone" | "new"): SurfaceReason {
  const bump = what === "gone" ? "major" : "minor";
  return { bump, subject: name, text: `the ${kindOf(ts, node)} is ${what}`, from: "types" };
}

function kindOf(ts: Packages["ts"], node: tsNamespace.Node): string {
  if (ts.isFunctionDeclaration(node)) return "function";
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
