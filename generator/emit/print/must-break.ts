/** What is on several lines whatever the width. */

import { isDocumented } from "./type-text.ts";
import type { Member, TypeNode } from "./types.ts";

/** True for a type with an object inside that is documented or expanded. */
export function mustBreak(type: TypeNode): boolean {
  switch (type.kind) {
    case "keyword":
    case "literal":
    case "template":
      return false;
    case "reference":
      return (type.typeArguments ?? []).some(mustBreak);
    case "array":
      return mustBreak(type.element);
    case "tuple":
      return type.elements.some(typeMustBreak);
    case "union":
    case "intersection":
      return type.members.some(mustBreak);
    case "object":
      return type.members.some((member) => type.expanded || memberMustBreak(member));
    case "function":
      return type.parameters.some(typeMustBreak) || mustBreak(type.returns);
  }
}

function typeMustBreak({ type }: { readonly type: TypeNode }): boolean {
  return mustBreak(type);
}

function memberMustBreak(member: Member): boolean {
  if (isDocumented(member)) return true;
  if (member.kind === "method")
    return member.parameters.some(typeMustBreak) || mustBreak(member.returns);
  return mustBreak(member.type) || (member.kind === "index" && mustBreak(member.keyType));
}
