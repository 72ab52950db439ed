/** Expressions on one line. Most fit there; `value-doc.ts` lays the others out. */

import { literalKey, memberAccess, numberLiteral, stringLiteral } from "./encode.ts";
import { argumentList, arrayList, listText, objectList } from "./lists.ts";
import { typeArgumentsText } from "./type-text.ts";
import type {
  AccessValue,
  ArrayValue,
  CallValue,
  LiteralValue,
  ObjectMember,
  ValueNode,
} from "./values.ts";
import { noLine } from "./width.ts";

/** An expression on one line: all of it if it fits any, else as much as shows that it does not. */
export function valueText(node: ValueNode): string {
  switch (node.kind) {
    case "literal":
      return literalText(node);
    case "identifier":
      return node.name;
    case "access":
      return accessText(node);
    case "array":
      return isTable(node) ? noLine : listText(arrayList, node.elements, valueText);
    case "object":
      if (node.expanded && node.members.length > 0) return noLine;
      return listText(objectList, node.members, objectMemberText);
    case "call":
      return callText(node);
  }
}

export function literalText({ value }: LiteralValue): string {
  if (typeof value === "string") return stringLiteral(value);
  return value === null || typeof value === "boolean" ? String(value) : numberLiteral(value);
}

function accessText({ object, property }: AccessValue): string {
  return valueText(object) + memberAccess(property);
}

/** A list of objects (or of arrays) with several members each is never on one line. */
function isTable({ elements }: ArrayValue): boolean {
  const kind = elements[0]?.kind;
  if (elements.length < 2 || (kind !== "object" && kind !== "array")) return false;
  return elements.every((element) => element.kind === kind && sizeOf(element) > 1);
}

/** How many members or elements an expression has. */
export function sizeOf(node: ValueNode): number {
  if (node.kind === "object") return node.members.length;
  return node.kind === "array" ? node.elements.length : 0;
}

export function objectMemberText(member: ObjectMember): string {
  switch (member.kind) {
    case "property":
      return `${literalKey(member.key)}: ${valueText(member.value)}`;
    case "shorthand":
      return member.name;
    case "spread":
      return `...${valueText(member.value)}`;
  }
}

function callText({
  new: isNew,
  callee,
  typeArguments = [],
  arguments: values,
}: CallValue): string {
  const types = typeArguments.length === 0 ? "" : typeArgumentsText(typeArguments);
  return `${isNew ? "new " : ""}${valueText(callee)}${types}${argumentsText(values)}`;
}

export function argumentsText(values: readonly ValueNode[]): string {
  return listText(argumentList, values, valueText);
}
