import type { ts as tsNamespace } from "ts-morph";
import { below, partOf, type Site, step } from "../compare/site.ts";
import { code, codePair } from "../names.ts";
import type { Bump, SurfaceReason } from "../verdict.ts";
import { compareMethods } from "./compare-methods.ts";
import type { ExportPair } from "./export-pair.ts";
import { textIn, textOf } from "./exports.ts";
import { isMemberSaid } from "./facade.ts";
import type { TypeScript } from "./memory-program.ts";

type TypeNode = tsNamespace.TypeNode;

/**
 * Compares two declarations of a type member by member, in the directions in which its values travel: what is sent
 * must accept all that it accepted, what is received must be all that it was. Members whose own text is equal are left
 * alone: what they name is compared where it is declared.
 */
export function compareTypes(pair: ExportPair, isOwned: boolean): readonly SurfaceReason[] {
  const { checker, ts } = pair.packages;
  const [old, newer] = [pair.old.node, pair.new.node];
  const nodes = [old, newer].map((node) =>
    ts.isTypeAliasDeclaration(node) ? node.type : undefined,
  );
  if (nodes[0] !== undefined && nodes[1] !== undefined && !isLiteral(ts, nodes[0], nodes[1]))
    return compareNodes(pair, nodes[0], nodes[1], pair.site);
  const types = [old, newer].map((node) => checker.getTypeAtLocation(node));
  return compareMembers(pair, types as [tsNamespace.Type, tsNamespace.Type], pair.site, isOwned);
}

function isLiteral(ts: TypeScript, old: TypeNode, newer: TypeNode): boolean {
  return ts.isTypeLiteralNode(old) && ts.isTypeLiteralNode(newer);
}

function compareMembers(
  pair: ExportPair,
  [old, newer]: readonly [tsNamespace.Type, tsNamespace.Type],
  site: Site,
  isOwned = false,
): readonly SurfaceReason[] {
  const { packages, only } = pair;
  const { ts } = packages;
  const before = new Map(old.getProperties().map((one) => [one.name, one]));
  const after = new Map(newer.getProperties().map((one) => [one.name, one]));
  const siteOf = (name: string): Site =>
    isOwned ? ofParameter(site, name) : below(site, step(name));
  return [
    ...[...before]
      .filter(([name, member]) => !after.has(name) && !isMemberSaid(ts, member, only.old))
      .map(([name]) => reason(siteOf(name), "major", "is gone")),
    ...[...after].flatMap(([name, member]) => {
      const was = before.get(name);
      if (was === undefined)
        return isMemberSaid(ts, member, only.new) ? [] : [added(pair, member, siteOf(name))];
      return compareMember(pair, was, member, siteOf(name));
    }),
  ];
}

/** What people know as a parameter or the body of a function is a member of an interface to the compiler. */
function ofParameter(site: Site, name: string): Site {
  return { ...site, base: name === "body" ? "the body" : `parameter ${code(name)}` };
}

function added(
  { packages, polarity }: ExportPair,
  member: tsNamespace.Symbol,
  site: Site,
): SurfaceReason {
  const isNeeded = polarity.sent && !isOptional(packages.ts, member);
  return reason(site, isNeeded ? "major" : "minor", isNeeded ? "is new and required" : "is new");
}

function isOptional(ts: TypeScript, member: tsNamespace.Symbol): boolean {
  return (member.flags & ts.SymbolFlags.Optional) !== 0;
}

function compareMember(
  pair: ExportPair,
  old: tsNamespace.Symbol,
  newer: tsNamespace.Symbol,
  site: Site,
): readonly SurfaceReason[] {
  const { polarity, packages } = pair;
  const { ts } = packages;
  const [before, after] = [old.valueDeclaration, newer.valueDeclaration];
  if (before && after && ts.isMethodDeclaration(before) && ts.isMethodDeclaration(after))
    return compareMethods(pair, before, after);
  const reasons: SurfaceReason[] = [];
  const [was, is] = [old, newer].map((one) => isOptional(ts, one));
  if (was === true && is === false)
    reasons.push(
      reason(
        site,
        polarity.sent ? "major" : "minor",
        polarity.sent ? "is now required" : "is now always there",
      ),
    );
  if (was === false && is === true)
    reasons.push(
      reason(
        site,
        polarity.received ? "major" : "minor",
        polarity.received ? "may now be missing" : "may now be left out",
      ),
    );
  const nodes = [old, newer].map((one) => typeNodeOf(ts, one));
  if (nodes[0] === undefined || nodes[1] === undefined) return reasons;
  return [...reasons, ...compareNodes(pair, nodes[0], nodes[1], site)];
}

function typeNodeOf(
  ts: TypeScript,
  { valueDeclaration: node }: tsNamespace.Symbol,
): TypeNode | undefined {
  if (node === undefined) return undefined;
  return ts.isPropertySignature(node) || ts.isPropertyDeclaration(node) ? node.type : undefined;
}

function compareNodes(
  pair: ExportPair,
  old: TypeNode,
  newer: TypeNode,
  site: Site,
): readonly SurfaceReason[] {
  const { ts, checker } = pair.packages;
  if (textOf(ts, old) === textOf(ts, newer)) return [];
  const inner = elements(ts, old, newer);
  if (inner !== undefined) return compareNodes(pair, inner[0], inner[1], below(site, "[]"));
  const types = [old, newer].map((node) => checker.getTypeFromTypeNode(node)) as [
    tsNamespace.Type,
    tsNamespace.Type,
  ];
  if (isLiteral(ts, old, newer)) return compareMembers(pair, types, site);
  const bump = bumpOf(pair, ...types);
  if (bump === undefined) return [];
  const [is, was] = codePair(textIn(newer), textIn(old));
  return [reason(site, bump, `is now ${is}, was ${was}`)];
}

/** What both lists hold, when both are lists. */
function elements(
  ts: TypeScript,
  old: TypeNode,
  newer: TypeNode,
): readonly [TypeNode, TypeNode] | undefined {
  const peel = (node: TypeNode): TypeNode => (ts.isTypeOperatorNode(node) ? node.type : node);
  const [one, other] = [peel(old), peel(newer)];
  return ts.isArrayTypeNode(one) && ts.isArrayTypeNode(other)
    ? [one.elementType, other.elementType]
    : undefined;
}

/** Equal in both ways is no change: the same type in other words, or one more value of a list that may grow. */
function bumpOf(
  { packages: { checker }, polarity }: ExportPair,
  old: tsNamespace.Type,
  newer: tsNamespace.Type,
): Bump | undefined {
  const accepts = checker.isTypeAssignableTo(old, newer);
  const gives = checker.isTypeAssignableTo(newer, old);
  if (accepts && gives) return undefined;
  return (polarity.sent && !accepts) || (polarity.received && !gives) ? "major" : "minor";
}

function reason(site: Site, bump: Bump, text: string): SurfaceReason {
  const part = partOf(site);
  return { bump, subject: site.subject, text: `${part} ${text}`, from: "types", part };
}
