/** Expressions as documents. */

import {
  type Doc,
  brokenGroup,
  concat,
  fill,
  flatOf,
  fluid,
  group,
  hug,
  ifBroken,
  indent,
  join,
  line,
  mustBreak,
  softLine,
} from "./doc.ts";
import { isPropertyName, literalKey, numberLiteral, stringLiteral } from "./encode.ts";
import { simplify, typeArgumentsDoc, typeDoc } from "./type-doc.ts";
import type {
  AccessValue,
  ArrayValue,
  CallValue,
  LiteralValue,
  ObjectMember,
  ObjectValue,
  ValueNode,
} from "./values.ts";
import { textWidth } from "./width.ts";

export function valueDoc(node: ValueNode): Doc {
  switch (node.kind) {
    case "literal":
      return literalText(node);
    case "identifier":
      return node.name;
    case "access":
      return accessDoc(node);
    case "array":
      return arrayDoc(node);
    case "object":
      return objectDoc(node);
    case "call":
      return callDoc(node);
  }
}

function literalText({ value }: LiteralValue): string {
  if (typeof value === "string") return stringLiteral(value);
  return value === null || typeof value === "boolean" ? String(value) : numberLiteral(value);
}

/**
 * `a.b.c`, which may break in front of all but the first name; `inline` where it may not: in what is called or
 * constructed, and on both sides of an assignment to a property.
 */
function accessDoc(node: AccessValue, inline = false, inside = false): Doc {
  const object =
    node.object.kind === "access" ? accessDoc(node.object, inline, true) : node.object.name;
  if (!isPropertyName(node.property)) return concat([object, lookupDoc(node.property)]);
  const first = node.object.kind === "identifier" && node.object.name !== "this" && !inside;
  if (inline || first) return concat([object, ".", node.property]);
  return concat([object, group(indent(concat([softLine, ".", node.property])))]);
}

function lookupDoc(property: string): Doc {
  return group(concat(["[", indent(concat([softLine, stringLiteral(property)])), softLine, "]"]));
}

export function inlineDoc(node: ValueNode): Doc {
  return node.kind === "access" ? accessDoc(node, true) : valueDoc(node);
}

function arrayDoc(node: ArrayValue): Doc {
  if (node.elements.length === 0) return "[]";
  if (isNumberList(node))
    return group(concat(["[", indent(concat([softLine, numbersDoc(node)])), softLine, "]"]));
  const elements = node.elements.map((element) => group(valueDoc(element)));
  const contents = concat([
    "[",
    indent(concat([softLine, join([",", line], elements)])),
    ifBroken(","),
    softLine,
    "]",
  ]);
  return isTable(node) ? brokenGroup(contents) : group(contents);
}

/** Numbers are set like text, many on a line. */
function isNumberList(node: ArrayValue): boolean {
  return node.elements.every(
    (element) => element.kind === "literal" && typeof element.value === "number",
  );
}

function numbersDoc(node: ArrayValue): Doc {
  const numbers = node.elements.map((element) => literalText(element as LiteralValue));
  return fill(numbers);
}

/** A list of objects (or of arrays) with several members each is never on one line. */
function isTable(node: ArrayValue): boolean {
  const kind = node.elements[0]?.kind;
  if (node.elements.length < 2 || (kind !== "object" && kind !== "array")) return false;
  return node.elements.every((element) => element.kind === kind && sizeOf(element) > 1);
}

function sizeOf(node: ValueNode): number {
  if (node.kind === "object") return node.members.length;
  return node.kind === "array" ? node.elements.length : 0;
}

function objectDoc(node: ObjectValue): Doc {
  if (node.members.length === 0) return "{}";
  const members = node.members.map((member) => group(memberDoc(member)));
  const contents = concat([
    "{",
    indent(concat([line, join([",", line], members)])),
    ifBroken(","),
    line,
    "}",
  ]);
  return node.expanded ? brokenGroup(contents) : group(contents);
}

function memberDoc(member: ObjectMember): Doc {
  if (member.kind === "shorthand") return member.name;
  if (member.kind === "spread") return concat(["...", valueDoc(member.value)]);
  const key = literalKey(member.key);
  return assignmentDoc(key, ":", member.value, { shortKey: textWidth(key) < shortKeyWidth });
}

/** Below this width a key is so short that moving its value to the next line gains nothing: the indent and 3 more. */
const shortKeyWidth = 5;

/** `left = value`: the value on the same line, after a line end, or whichever fits, by its kind. */
export function assignmentDoc(
  left: Doc,
  operator: string,
  value: ValueNode,
  traits: {
    readonly shortKey?: boolean;
    readonly breaksLeft?: boolean;
    readonly inline?: boolean;
  } = {},
): Doc {
  const right = traits.inline ? inlineDoc(value) : valueDoc(value);
  const leftGroup = group(left);
  if (traits.breaksLeft) return group(concat([left, operator, " ", group(right)]));
  if (!traits.shortKey && prefersNextLine(value)) {
    return group(concat([leftGroup, operator, group(indent(concat([line, right])))]));
  }
  const oneToken = !canBreak(left) && (traits.shortKey || isOneToken(value));
  return oneToken
    ? group(concat([leftGroup, operator, " ", right]))
    : group(concat([leftGroup, operator, fluid(right)]));
}

function canBreak(doc: Doc): boolean {
  return typeof doc !== "string";
}

/** Strings and chains of names have no good place to break inside. */
function prefersNextLine(value: ValueNode): boolean {
  switch (value.kind) {
    case "literal":
      return typeof value.value === "string";
    case "access":
      return true;
    case "call":
      return !value.new && isShortCall(value);
    default:
      return false;
  }
}

function isShortCall(call: CallValue): boolean {
  if (call.arguments.length > 1 || hasManyTypeArguments(call)) return false;
  const only = call.arguments[0];
  return only === undefined || isShortArgument(only);
}

function hasManyTypeArguments({ typeArguments = [] }: CallValue): boolean {
  const only = typeArguments[0];
  if (only === undefined || typeArguments.length > 1) return typeArguments.length > 1;
  const { kind } = simplify(only);
  return (
    kind === "union" || kind === "intersection" || kind === "object" || mustBreak(typeDoc(only))
  );
}

/** Up to a quarter of the page. */
function isShortArgument(value: ValueNode): boolean {
  if (value.kind === "literal")
    return typeof value.value !== "string" || stringLiteral(value.value).length <= 20;
  if (value.kind === "identifier") return value.name.length <= 20;
  return (
    value.kind === "call" &&
    !value.new &&
    value.arguments.length === 0 &&
    isShortName(value.callee, 18)
  );
}

function isShortName(value: ValueNode, longest: number): boolean {
  return value.kind === "identifier" && value.name.length <= longest;
}

function isOneToken(value: ValueNode): boolean {
  if (value.kind !== "literal") return false;
  return (
    typeof value.value === "boolean" ||
    (typeof value.value === "number" && !(value.value < 0 || Object.is(value.value, -0)))
  );
}

function callDoc(node: CallValue): Doc {
  const typeArguments = node.typeArguments ?? [];
  const types = typeArguments.length === 0 ? "" : typeArgumentsDoc(typeArguments);
  return group(
    concat([node.new ? "new " : "", inlineDoc(node.callee), types, argumentsDoc(node.arguments)]),
  );
}

function argumentsDoc(values: readonly ValueNode[]): Doc {
  if (values.length === 0) return "()";
  const docs = values.map(valueDoc);
  const all = join([",", line], docs);
  if (!hugsLast(values))
    return group(concat(["(", indent(concat([softLine, all])), ifBroken(","), softLine, ")"]));
  const expanded = brokenGroup(concat(["(", indent(concat([softLine, all])), ",", softLine, ")"]));
  const heads = docs.slice(0, -1);
  if (heads.some(mustBreak)) return expanded;
  const head = heads.map((doc) => `${flatOf(doc)}, `).join("");
  return hug(`(${head}`, docs.at(-1) as Doc, ")", expanded);
}

/** A last object or list stays open on the line of the call, when the argument in front is of another kind. */
function hugsLast(values: readonly ValueNode[]): boolean {
  const last = values.at(-1);
  if (last === undefined || sizeOf(last) === 0) return false;
  if (values.at(-2)?.kind === last.kind) return false;
  return !(values.length > 1 && last.kind === "array" && isNumberList(last));
}
