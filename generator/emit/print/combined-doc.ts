/** Unions and intersections as documents. */

import { type Doc, type Wrap, alternatives, concat, group, indent, join, line } from "./doc.ts";
import { type Place, needsParentheses, typeDoc } from "./type-doc.ts";
import type { IntersectionType, TypeNode, UnionType } from "./types.ts";

/** The type without what would not show: unions and intersections of one member, or inside one of their kind. */
export function simplify(node: TypeNode): TypeNode {
  if (!isCombined(node) || (node.members.length > 1 && !node.members.some(isCombined))) return node;
  const members = node.members.flatMap((member) => {
    const simple = simplify(member);
    return simple.kind === node.kind ? simple.members : [simple];
  });
  if (members.length > 1) return { kind: node.kind, members };
  return members[0] ?? { kind: "keyword", name: node.kind === "union" ? "never" : "unknown" };
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

export function unionDoc(node: UnionType, place: Place): Doc {
  const members = node.members.map((member) => typeDoc(member, "union"));
  if (!hugsUnion(node)) return alternatives(members, wrapAt(place));
  const hugged = join(" | ", members);
  return needsParentheses(place) ? concat(["(", hugged, ")"]) : hugged;
}

function wrapAt(place: Place): Wrap {
  if (needsParentheses(place)) return "parenthesized";
  if (place === "element") return "parentheses";
  return place === "plain" ? "line" : "none";
}

/** Names break after `&`; objects stay on the line of the operator, in front of them or behind. */
export function intersectionDoc({ members }: IntersectionType): Doc {
  const parts: Doc[] = [];
  let indented = false;
  for (const [index, member] of members.entries()) {
    const doc = typeDoc(member, "intersection");
    const object = member.kind === "object";
    const afterObject = members[index - 1]?.kind === "object";
    if (index === 0) parts.push(doc);
    else if (object && afterObject) parts.push(" & ", indented ? indent(doc) : doc);
    else if (!object && !afterObject) parts.push(indent(concat([" &", line, doc])));
    else {
      indented ||= index > 1;
      parts.push(" & ", index > 1 ? indent(doc) : doc);
    }
  }
  return group(concat(parts));
}
