/** Types as documents: where each kind of type breaks, and where it needs parentheses. */

import {
  type Doc,
  blankLine,
  brokenGroup,
  commentDoc,
  concat,
  fluid,
  group,
  hardLine,
  ifBroken,
  indent,
  join,
  line,
  mustBreak,
  signature,
  softLine,
} from "./doc.ts";
import { isEmptyComment } from "./comment.ts";
import { numberLiteral, propertyKey, stringLiteral, templateText } from "./encode.ts";
import type {
  FunctionType,
  IntersectionType,
  LiteralType,
  Member,
  ObjectType,
  ParameterType,
  ReferenceType,
  TupleElement,
  TupleType,
  TypeNode,
  TypeParameter,
  UnionType,
} from "./types.ts";

/** What stands around a type, as far as it changes the look: parentheses, and who indents a union. */
export type Place =
  "plain" | "alias" | "argument" | "onlyElement" | "element" | "operand" | "union" | "intersection";

export function typeDoc(type: TypeNode, place: Place = "plain"): Doc {
  const node = simplify(type);
  switch (node.kind) {
    case "keyword":
      return node.name;
    case "literal":
      return literalText(node);
    case "template":
      return `\`${templateText(node.head)}\${${node.hole}}\``;
    case "reference":
      return referenceDoc(node);
    case "array": {
      const array = concat([typeDoc(node.element, "operand"), "[]"]);
      return node.readonly ? operatorDoc(array, place) : array;
    }
    case "tuple":
      return node.readonly ? operatorDoc(tupleDoc(node), place) : tupleDoc(node);
    case "union":
      return unionDoc(node, place);
    case "intersection":
      return intersectionDoc(node, place);
    case "object":
      return objectDoc(node);
    case "function":
      return functionDoc(node, place);
  }
}

function literalText({ value }: LiteralType): string {
  if (typeof value === "string") return stringLiteral(value);
  return typeof value === "boolean" ? String(value) : numberLiteral(value);
}

function operatorDoc(operand: Doc, place: Place): Doc {
  const doc = concat(["readonly ", operand]);
  return place === "operand" ? concat(["(", doc, ")"]) : doc;
}

export function referenceDoc(node: ReferenceType): Doc {
  const typeArguments = node.typeArguments ?? [];
  return typeArguments.length === 0
    ? node.name
    : concat([node.name, typeArgumentsDoc(typeArguments)]);
}

export function typeArgumentsDoc(types: readonly TypeNode[]): Doc {
  const docs = types.map((type) => typeDoc(type, "argument"));
  const only = types.length === 1 ? types[0] : undefined;
  if (only !== undefined && hugsArgument(only)) return concat(["<", ...docs, ">"]);
  return group(concat(["<", indent(concat([softLine, join([",", line], docs)])), softLine, ">"]));
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
  const elements = node.elements.map((element) => group(elementDoc(element, place)));
  if (elements.length === 0) return "[]";
  return group(
    concat([
      "[",
      indent(concat([softLine, join([",", line], elements)])),
      ifBroken(","),
      softLine,
      "]",
    ]),
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

/** The type without what would not show: unions and intersections of one member, or inside one of their kind. */
export function simplify(node: TypeNode): TypeNode {
  if (node.kind !== "union" && node.kind !== "intersection") return node;
  if (node.members.length > 1 && !node.members.some(isList)) return node;
  const members = node.members.flatMap((member) => {
    const simple = simplify(member);
    return simple.kind === node.kind ? simple.members : [simple];
  });
  if (members.length > 1) return { kind: node.kind, members };
  return members[0] ?? { kind: "keyword", name: node.kind === "union" ? "never" : "unknown" };
}

function isList(node: TypeNode): boolean {
  return node.kind === "union" || node.kind === "intersection";
}

/** `{ … } | null` and `Name | null` keep the object's braces on the line. */
export function hugsUnion({ members }: UnionType): boolean {
  const object = members.find((member) => member.kind === "object" || member.kind === "reference");
  if (object === undefined) return false;
  return members.every(
    (member) =>
      member === object ||
      (member.kind === "keyword" && (member.name === "null" || member.name === "void")),
  );
}

function unionDoc(node: UnionType, place: Place): Doc {
  const { members } = node;
  if (hugsUnion(node)) {
    const hugged = join(
      [" | "],
      members.map((member) => typeDoc(member, "union")),
    );
    return needsParentheses(place) ? concat(["(", hugged, ")"]) : hugged;
  }
  const lines = members.map((member) => indent(typeDoc(member, "union")));
  const union = group(concat([ifBroken("| "), join([line, "| "], lines)]));
  if (needsParentheses(place))
    return concat(["(", group(concat([indent(concat([softLine, union])), softLine])), ")"]);
  if (place === "element") {
    return group(
      concat([indent(concat([ifBroken(concat(["(", softLine])), union])), softLine, ifBroken(")")]),
    );
  }
  if (place === "plain") return group(indent(concat([softLine, union])));
  return union;
}

/** True where unions, intersections and functions need parentheses. */
function needsParentheses(place: Place): boolean {
  return place === "operand" || place === "union" || place === "intersection";
}

function intersectionDoc({ members }: IntersectionType, place: Place): Doc {
  const parts: Doc[] = [];
  let indented = false;
  members.forEach((member, index) => {
    const doc = typeDoc(member, "intersection");
    if (index === 0) return parts.push(doc);
    const object = member.kind === "object";
    const afterObject = members[index - 1]?.kind === "object";
    if (object && afterObject) return parts.push(" & ", indented ? indent(doc) : doc);
    if (!object && !afterObject) return parts.push(indent(concat([" &", line, doc])));
    if (index > 1) indented = true;
    return parts.push(" & ", index > 1 ? indent(doc) : doc);
  });
  const doc = group(concat(parts));
  return needsParentheses(place) ? concat(["(", doc, ")"]) : doc;
}

function objectDoc(node: ObjectType): Doc {
  if (node.members.length === 0) return "{}";
  const contents = objectContents(node.members);
  return node.expanded ? brokenGroup(contents) : group(contents);
}

function objectContents(members: readonly Member[]): Doc {
  const parts: Doc[] = [];
  members.forEach((member, index) => {
    const documented = member.docs !== undefined && !isEmptyComment(member.docs);
    parts.push(index > 0 && documented ? blankLine : line);
    if (documented) parts.push(commentDoc(member.docs), hardLine);
    parts.push(memberDoc(member), index === members.length - 1 ? ifBroken(";") : ";");
  });
  return concat(["{", indent(concat(parts)), line, "}"]);
}

export function memberDoc(member: Member): Doc {
  const readonly = member.readonly ? "readonly " : "";
  const type = typeDoc(member.type);
  if (member.kind === "property") {
    return group(concat([readonly, propertyKey(member.key), member.optional ? "?: " : ": ", type]));
  }
  const key = group(
    concat([indent(concat([softLine, `${member.keyName}: `, typeDoc(member.keyType)])), softLine]),
  );
  return group(concat([`${readonly}[`, key, "]: ", type]));
}

function functionDoc(node: FunctionType, place: Place): Doc {
  const doc = signatureDoc(
    parameterListDoc(node.parameters, typeParameter),
    node.parameters.length,
    " => ",
    node.returns,
  );
  return needsParentheses(place) ? concat(["(", doc, ")"]) : doc;
}

function typeParameter(parameter: ParameterType): Doc {
  return concat([parameterName(parameter), ": ", typeDoc(parameter.type)]);
}

export function parameterName(parameter: {
  readonly name: string;
  readonly optional?: boolean;
  readonly rest?: boolean;
}): string {
  return `${parameter.rest ? "..." : ""}${parameter.name}${parameter.optional ? "?" : ""}`;
}

/** Parameters and return type. With one parameter, an object in the return type breaks before the parameter does. */
export function signatureDoc(
  parameters: Doc,
  count: number,
  arrow: string,
  returns: TypeNode,
  typeParameters: readonly TypeParameter[] = [],
): Doc {
  const returnDoc = concat([arrow, typeDoc(returns)]);
  if (count !== 1 || typeParameters.length > 1 || typeParameters.some(isConstrained))
    return group(concat([parameters, returnDoc]));
  if (simplify(returns).kind === "object" || mustBreak(returnDoc))
    return group(concat([group(parameters), returnDoc]));
  return signature(parameters, returnDoc, () =>
    concat([group(parameters), arrow, typeDoc(expandObjects(returns))]),
  );
}

function isConstrained(parameter: TypeParameter): boolean {
  return parameter.constraint !== undefined || parameter.default !== undefined;
}

/** The type with its outermost objects one member per line. */
function expandObjects(node: TypeNode): TypeNode {
  switch (node.kind) {
    case "object":
      return { ...node, expanded: node.members.length > 0 };
    case "union":
    case "intersection":
      return { ...node, members: node.members.map(expandObjects) };
    case "array":
      return { ...node, element: expandObjects(node.element) };
    case "reference":
      return { ...node, typeArguments: (node.typeArguments ?? []).map(expandObjects) };
    case "tuple":
      return {
        ...node,
        elements: node.elements.map((element) => ({
          ...element,
          type: expandObjects(element.type),
        })),
      };
    case "function":
      return {
        ...node,
        parameters: node.parameters.map((parameter) => ({
          ...parameter,
          type: expandObjects(parameter.type),
        })),
        returns: expandObjects(node.returns),
      };
    default:
      return node;
  }
}

interface ListedParameter {
  readonly name: string;
  readonly type?: TypeNode;
  readonly rest?: boolean;
  readonly default?: unknown;
}

export function parameterListDoc<P extends ListedParameter>(
  parameters: readonly P[],
  print: (parameter: P) => Doc,
): Doc {
  const only = parameters.length === 1 ? parameters[0] : undefined;
  if (parameters.length === 0) return "()";
  const type = only?.type === undefined ? undefined : simplify(only.type);
  if (only !== undefined && type?.kind === "object" && !only.rest && only.default === undefined) {
    const object = objectDoc(type);
    const contents =
      typeof object === "string" || object.kind !== "group" || type.expanded
        ? object
        : object.contents;
    return concat(["(", parameterName(only), ": ", contents, ")"]);
  }
  const comma = parameters.at(-1)?.rest ? "" : ifBroken(",");
  return concat([
    "(",
    indent(concat([softLine, join([",", line], parameters.map(print))])),
    comma,
    softLine,
    ")",
  ]);
}

export function typeParametersDoc(parameters: readonly TypeParameter[] | undefined): Doc {
  if (parameters === undefined || parameters.length === 0) return "";
  const docs = parameters.map(typeParameterDoc);
  return group(
    concat([
      "<",
      indent(concat([softLine, join([",", line], docs)])),
      ifBroken(","),
      softLine,
      ">",
    ]),
  );
}

function typeParameterDoc(parameter: TypeParameter): Doc {
  const parts: Doc[] = [parameter.name];
  if (parameter.constraint !== undefined)
    parts.push(" extends", fluid(typeDoc(parameter.constraint)));
  if (parameter.default !== undefined) parts.push(" =", fluid(typeDoc(parameter.default)));
  return group(concat(parts));
}
