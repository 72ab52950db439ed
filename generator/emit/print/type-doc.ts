/** Types that do not fit on a line: where each kind breaks. */

import { combinedLayout } from "./combined-doc.ts";
import { type Doc, type Group, concat, group, indent, line } from "./doc.ts";
import { arrayList, listLayout, typeArgumentList } from "./lists.ts";
import { type Place, needsParentheses } from "./places.ts";
import { printMembers } from "./print-members.ts";
import { functionDoc } from "./signature-doc.ts";
import { hugsUnion, simplify } from "./simplify.ts";
import {
  argumentText,
  elementEnd,
  elementPlace,
  elementStart,
  elementText,
  indexKeyText,
  indexStart,
  propertyStart,
  referenceText,
  tokenText,
  typeArgumentsText,
  typeText,
} from "./type-text.ts";
import type {
  IndexMember,
  Member,
  ObjectType,
  ReferenceType,
  TupleElement,
  TupleType,
  TypeNode,
} from "./types.ts";

/** A type, on one line if it fits. `place` decides whether it needs parentheses. */
export function typeDoc(type: TypeNode, place: Place = "plain"): string | Group {
  const text = typeText(type, place);
  return isToken(type) ? text : group(text, () => typeLayout(type, place));
}

function isToken(type: TypeNode): boolean {
  switch (type.kind) {
    case "keyword":
    case "literal":
    case "template":
      return true;
    case "reference":
      return type.typeArguments === undefined || type.typeArguments.length === 0;
    default:
      return false;
  }
}

/** For a type that is known not to fit. */
export function typeLayout(type: TypeNode, place: Place = "plain"): Doc {
  const node = simplify(type);
  switch (node.kind) {
    case "keyword":
    case "literal":
    case "template":
      return tokenText(node);
    case "reference":
      return referenceLayout(node);
    case "array":
      return operatorLayout(concat([typeLayout(node.element, "operand"), "[]"]), node, place);
    case "tuple":
      return operatorLayout(tupleLayout(node), node, place);
    case "union":
    case "intersection":
      return combinedLayout(node, place);
    case "object":
      return objectLayout(node);
    case "function":
      return enclosed(functionDoc(node, " => "), needsParentheses(place));
  }
}

function enclosed(doc: Doc, parentheses: boolean): Doc {
  return parentheses ? concat(["(", doc, ")"]) : doc;
}

function operatorLayout(
  operand: Doc,
  { readonly }: { readonly readonly?: boolean },
  place: Place,
): Doc {
  return readonly ? enclosed(concat(["readonly ", operand]), place === "operand") : operand;
}

export function referenceDoc(type: ReferenceType): Doc {
  return group(referenceText(type), () => referenceLayout(type));
}

function referenceLayout({ name, typeArguments = [] }: ReferenceType): Doc {
  return typeArguments.length === 0 ? name : concat([name, argumentsLayout(typeArguments)]);
}

export function typeArgumentsDoc(types: readonly TypeNode[]): Doc {
  return group(typeArgumentsText(types), () => argumentsLayout(types));
}

function argumentsLayout(types: readonly TypeNode[]): Doc {
  const only = types.length === 1 ? types[0] : undefined;
  if (only !== undefined && hugsArgument(only))
    return concat(["<", typeLayout(only, "argument"), ">"]);
  return listLayout(typeArgumentList, types, argumentText, argumentLayout);
}

function argumentLayout(type: TypeNode): Doc {
  return typeLayout(type, "argument");
}

/** A lone argument of these kinds stays on the line of its `<`. */
function hugsArgument(type: TypeNode): boolean {
  const node = simplify(type);
  switch (node.kind) {
    case "union":
      return hugsUnion(node);
    case "reference":
      return (node.typeArguments ?? []).length === 0;
    case "intersection":
    case "array":
    case "tuple":
    case "function":
      return false;
    default:
      return true;
  }
}

function tupleLayout({ elements }: TupleType): Doc {
  const layout = elements.length === 1 ? onlyElementLayout : elementLayout;
  return listLayout(arrayList, elements, elementText, layout);
}

function onlyElementLayout(element: TupleElement): Doc {
  const place = elementPlace(element);
  return elementLayout(element, place === "element" ? "onlyElement" : place);
}

function elementLayout(element: TupleElement, place: Place = elementPlace(element)): Doc {
  return concat([elementStart(element), typeLayout(element.type, place), elementEnd(element)]);
}

/** `{ ... }` with a member per line. */
export function objectLayout({ members }: ObjectType): Doc {
  if (members.length === 0) return "{}";
  const lines = (indent: number): string => printMembers(members, indent);
  return { kind: "block", open: "{", close: "}", lines };
}

/** A member that does not fit on a line. */
export function memberLayout(member: Member): Doc {
  switch (member.kind) {
    case "property":
      return concat([propertyStart(member), typeLayout(member.type)]);
    case "index":
      return concat([indexStart(member), indexKeyDoc(member), "]: ", typeDoc(member.type)]);
    case "method":
      return concat([member.name, functionDoc(member, ": ")]);
  }
}

function indexKeyDoc(member: IndexMember): Doc {
  return group(indexKeyText(member), () => {
    const key = concat([`${member.keyName}: `, typeDoc(member.keyType)]);
    return concat([indent(concat([line, key])), line]);
  });
}
