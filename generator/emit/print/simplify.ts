/** Unions and intersections without what would not show. */

import type { IntersectionType, TypeNode, UnionType } from "./types.ts";

/** The type without unions and intersections of one member, or inside one of their kind. */
export function simplify(node: TypeNode): TypeNode {
  if (!isCombined(node) || isSimple(node)) return node;
  const members = node.members.flatMap((member) => {
    const inner = simplify(member);
    return inner.kind === node.kind ? inner.members : [inner];
  });
  return simple(node.kind, members);
}

/** A union or intersection, unless it has a single member or none. */
export function simple(kind: "union" | "intersection", members: readonly TypeNode[]): TypeNode {
  if (members.length > 1) return { kind, members };
  return members[0] ?? { kind: "keyword", name: kind === "union" ? "never" : "unknown" };
}

function isSimple({ members }: UnionType | IntersectionType): boolean {
  return members.length > 1 && !members.some(isCombined);
}

function isCombined(node: TypeNode): node is UnionType | IntersectionType {
  return node.kind === "union" || node.kind === "intersection";
}

/** `{ … } | null` and `Name | null` keep the object's braces on the line. */
export function hugsUnion({ members }: UnionType): boolean {
  const object = members.find((member) => member.kind === "object" || member.kind === "reference");
  if (object === undefined) return false;
  return members.every((member) => member === object || isNullOrVoid(member));
}

function isNullOrVoid(node: TypeNode): boolean {
  return node.kind === "keyword" && (node.name === "null" || node.name === "void");
}
