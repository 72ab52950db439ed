/** Types on one line. Nearly all fit there; `type-doc.ts` lays the others out. */

import { isEmptyComment } from "./comment/comment.ts";
import { numberLiteral, propertyKey, stringLiteral, templateText } from "./encode.ts";
import {
  argumentList,
  arrayList,
  joinTexts,
  listText,
  memberList,
  typeArgumentList,
} from "./lists.ts";
import { type Place, needsParentheses } from "./places.ts";
import { simple } from "./simplify.ts";
import type {
  FunctionType,
  IndexMember,
  IntersectionType,
  KeywordType,
  LiteralType,
  Member,
  MethodSignature,
  ObjectType,
  ParameterType,
  PropertyMember,
  ReferenceType,
  TemplateType,
  TupleElement,
  TypeNode,
  UnionType,
} from "./types.ts";
import { noLine } from "./width.ts";

/** A type on one line: all of it if it fits any, else as much as shows that it does not. */
export function typeText(type: TypeNode, place: Place = "plain"): string {
  switch (type.kind) {
    case "keyword":
      return type.name;
    case "literal":
    case "template":
      return tokenText(type);
    case "reference":
      return referenceText(type);
    case "array":
      return operatorText(`${typeText(type.element, "operand")}[]`, type, place);
    case "tuple":
      return operatorText(listText(arrayList, type.elements, elementText), type, place);
    case "union":
    case "intersection":
      return combinedText(type, place);
    case "object":
      return objectText(type);
    case "function":
      return enclosed(functionText(type, " => "), needsParentheses(place));
  }
}

/** The text of a type that is one token. */
export function tokenText(type: KeywordType | LiteralType | TemplateType): string {
  if (type.kind === "keyword") return type.name;
  if (type.kind === "template") return templateTypeText(type);
  const { value } = type;
  if (typeof value === "string") return stringLiteral(value);
  return typeof value === "boolean" ? String(value) : numberLiteral(value);
}

function templateTypeText({ texts, hole }: TemplateType): string {
  return `\`${texts.map(templateText).join(`\${${hole}}`)}\``;
}

export function referenceText({ name, typeArguments = [] }: ReferenceType): string {
  return typeArguments.length === 0 ? name : name + typeArgumentsText(typeArguments);
}

export function typeArgumentsText(types: readonly TypeNode[]): string {
  return listText(typeArgumentList, types, argumentText);
}

export function argumentText(type: TypeNode): string {
  return typeText(type);
}

function operatorText(
  operand: string,
  { readonly }: { readonly readonly?: boolean },
  place: Place,
): string {
  return readonly ? enclosed(`readonly ${operand}`, place === "operand") : operand;
}

export function elementText(element: TupleElement): string {
  return (
    elementStart(element) + typeText(element.type, elementPlace(element)) + elementEnd(element)
  );
}

/** `...label?: ` */
export function elementStart({ rest, label, optional }: TupleElement): string {
  const start = rest ? "..." : "";
  return label === undefined ? start : `${start}${label}${optional ? "?: " : ": "}`;
}

/** Where in a tuple the type stands, as far as parentheses go: `(A | B)?` needs them, `a?: A | B` does not. */
export function elementPlace({ rest, label, optional }: TupleElement): Place {
  if (label !== undefined) return "plain";
  return rest || optional ? "operand" : "element";
}

export function elementEnd({ label, optional }: TupleElement): string {
  return optional && label === undefined ? "?" : "";
}

/** As `simplify` would have it. */
function combinedText({ kind, members }: UnionType | IntersectionType, place: Place): string {
  if (members.length < 2) return typeText(simple(kind, members), place);
  const text =
    kind === "union"
      ? joinTexts(members, " | ", inUnion)
      : joinTexts(members, " & ", inIntersection);
  return enclosed(text, needsParentheses(place) && place !== kind);
}

function inUnion(type: TypeNode): string {
  return typeText(type, "union");
}

function inIntersection(type: TypeNode): string {
  return typeText(type, "intersection");
}

function objectText({ members, expanded }: ObjectType): string {
  if (expanded && members.length > 0) return noLine;
  return listText(memberList, members, inObject);
}

/** Documentation stands on lines of its own. */
function inObject(member: Member): string {
  return isDocumented(member) ? noLine : memberText(member);
}

export function isDocumented({ docs }: Member): boolean {
  return docs !== undefined && !isEmptyComment(docs);
}

/** A member without its docs and the semicolon. */
export function memberText(member: Member): string {
  switch (member.kind) {
    case "property":
      return propertyStart(member) + typeText(member.type);
    case "index":
      return `${indexStart(member)}${indexKeyText(member)}]: ${typeText(member.type)}`;
    case "method":
      return member.name + functionText(member, ": ");
  }
}

/** `readonly key?: ` */
export function propertyStart({ readonly, key, optional }: PropertyMember): string {
  const start = propertyKey(key) + (optional ? "?: " : ": ");
  return readonly ? `readonly ${start}` : start;
}

/** `readonly [` */
export function indexStart({ readonly }: IndexMember): string {
  return readonly ? "readonly [" : "[";
}

/** `key: string` */
export function indexKeyText({ keyName, keyType }: IndexMember): string {
  return `${keyName}: ${typeText(keyType)}`;
}

/** A function's or a method's parameters and what it gives. */
function functionText(
  { parameters, returns }: FunctionType | MethodSignature,
  arrow: string,
): string {
  return listText(argumentList, parameters, parameterTypeText) + arrow + typeText(returns);
}

export function parameterTypeText(parameter: ParameterType): string {
  return `${parameterName(parameter)}: ${typeText(parameter.type)}`;
}

/** `...name?` */
export function parameterName(parameter: Omit<ParameterType, "type">): string {
  const { rest, name, optional } = parameter;
  return `${rest ? "..." : ""}${name}${optional ? "?" : ""}`;
}

function enclosed(text: string, parentheses: boolean): string {
  return parentheses ? `(${text})` : text;
}
