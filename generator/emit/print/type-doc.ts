/** Types as documents: where each kind of type breaks, and where it needs parentheses. */

import { isEmptyComment } from "./comment.ts";
import { type Doc, broken, concat, group, indent, list, softLine } from "./doc.ts";
import { numberLiteral, propertyKey, stringLiteral, templateText } from "./encode.ts";
import { intersectionDoc, hugsUnion, simplify, unionDoc } from "./combined-doc.ts";
import { arrayList, memberList, typeArgumentList } from "./lists.ts";
import { functionDoc, methodDoc } from "./signature-doc.ts";
import type {
  LiteralType,
  Member,
  ObjectType,
  ReferenceType,
  TupleElement,
  TupleType,
  TypeNode,
} from "./types.ts";

/** What stands around a type, as far as it changes the look: parentheses, and who indents a union. */
export type Place =
  "plain" | "alias" | "argument" | "onlyElement" | "element" | "operand" | "union" | "intersection";

export function typeDoc(type: TypeNode, place: Place = "plain"): Doc {
  const node = type.kind === "union" || type.kind === "intersection" ? simplify(type) : type;
  switch (node.kind) {
    case "keyword":
      return node.name;
    case "literal":
      return literalText(node);
    case "template":
      return `\`${node.texts.map(templateText).join(`\${${node.hole}}`)}\``;
    case "reference":
      return referenceDoc(node);
    case "array": {
      const element = typeDoc(node.element, "operand");
      const array = typeof element === "string" ? `${element}[]` : concat([element, "[]"]);
      return node.readonly ? operatorDoc(array, place) : array;
    }
    case "tuple":
      return node.readonly ? operatorDoc(tupleDoc(node), place) : tupleDoc(node);
    case "union":
      return unionDoc(node, place);
    case "intersection":
      return parenthesized(intersectionDoc(node), place);
    case "object":
      return objectDoc(node);
    case "function":
      return parenthesized(functionDoc(node), place);
  }
}

/** True where unions, intersections and functions need parentheses. */
export function needsParentheses(place: Place): boolean {
  return place === "operand" || place === "union" || place === "intersection";
}

function parenthesized(doc: Doc, place: Place): Doc {
  return needsParentheses(place) ? concat(["(", doc, ")"]) : doc;
}

function literalText({ value }: LiteralType): string {
  if (typeof value === "string") return stringLiteral(value);
  return typeof value === "boolean" ? String(value) : numberLiteral(value);
}

function operatorDoc(operand: Doc, place: Place): Doc {
  const doc = concat(["readonly ", operand]);
  return place === "operand" ? concat(["(", doc, ")"]) : doc;
}

export function referenceDoc({ name, typeArguments = [] }: ReferenceType): Doc {
  return typeArguments.length === 0 ? name : concat([name, typeArgumentsDoc(typeArguments)]);
}

export function typeArgumentsDoc(types: readonly TypeNode[]): Doc {
  const docs = types.map((type) => typeDoc(type, "argument"));
  const only = types.length === 1 ? types[0] : undefined;
  if (only !== undefined && hugsArgument(only)) return concat(["<", ...docs, ">"]);
  return list(typeArgumentList, docs);
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

function tupleDoc(node: TupleType): Doc {
  const place = node.elements.length > 1 ? "element" : "onlyElement";
  return list(
    arrayList,
    node.elements.map((element) => group(elementDoc(element, place))),
  );
}

function elementDoc(element: TupleElement, place: Place): Doc {
  const rest = element.rest ? "..." : "";
  if (element.label !== undefined) {
    return concat([rest, element.label, element.optional ? "?: " : ": ", typeDoc(element.type)]);
  }
  if (element.rest) return concat([rest, typeDoc(element.type, "operand")]);
  if (element.optional) return concat([typeDoc(element.type, "operand"), "?"]);
  return typeDoc(element.type, place);
}

/** `{ a: A; b?: B }`; `grouped` false where it breaks together with what is around it. */
export function objectDoc(node: ObjectType, grouped = true): Doc {
  if (node.members.some(isDocumented)) return documentedObjectDoc(node.members);
  const doc = list(memberList, node.members.map(memberDoc), grouped);
  return node.expanded ? broken(doc) : doc;
}

function isDocumented(member: Member): boolean {
  return member.docs !== undefined && !isEmptyComment(member.docs);
}

function documentedObjectDoc(members: readonly Member[]): Doc {
  const items = members.map((member) => ({ comment: member.docs, content: memberDoc(member) }));
  return { kind: "block", items, flat: undefined };
}

export function memberDoc(member: Member): Doc {
  if (member.kind === "method") return concat([member.name, methodDoc(member)]);
  const readonly = member.readonly ? "readonly " : "";
  const type = typeDoc(member.type);
  if (member.kind === "property") {
    const name = `${readonly}${propertyKey(member.key)}${member.optional ? "?: " : ": "}`;
    return typeof type === "string" ? name + type : group(concat([name, type]));
  }
  const key = concat([`${member.keyName}: `, typeDoc(member.keyType)]);
  const brackets = group(concat([indent(concat([softLine, key])), softLine]));
  return group(concat([`${readonly}[`, brackets, "]: ", type]));
}
