/** Unions and intersections that do not fit on a line. */

import { type Doc, concat, group, indent, line } from "./doc.ts";
import { type Place, needsParentheses } from "./places.ts";
import { hugsUnion } from "./simplify.ts";
import { typeDoc } from "./type-doc.ts";
import { typeText } from "./type-text.ts";
import type { IntersectionType, UnionType } from "./types.ts";

/** A union or an intersection that does not fit on a line. */
export function combinedLayout(node: UnionType | IntersectionType, place: Place): Doc {
  if (node.kind === "union" && !hugsUnion(node)) return unionLayout(node, place);
  const layout = node.kind === "union" ? huggedLayout(node) : intersectionLayout(node);
  return needsParentheses(place) ? concat(["(", layout, ")"]) : layout;
}

/** A line for each member; before that the whole moves to the next line, or between parentheses of its own. */
function unionLayout(node: UnionType, place: Place): Doc {
  if (place === "alias" || place === "argument" || place === "onlyElement") return linesOf(node);
  const below = indent(concat([line, group(typeText(node), () => linesOf(node))]));
  return place === "plain" ? below : concat(["(", below, line, ")"]);
}

function linesOf({ members }: UnionType): Doc {
  return { kind: "alternatives", items: members.map((member) => typeDoc(member, "union")) };
}

function huggedLayout({ members }: UnionType): Doc {
  return concat(
    members.flatMap((member, index) => {
      const doc = typeDoc(member, "union");
      return index === 0 ? [doc] : [" | ", doc];
    }),
  );
}

/** Names break after `&`; objects stay on the line of the operator, in front of them or behind. */
function intersectionLayout({ members }: IntersectionType): Doc {
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
  return concat(parts);
}
