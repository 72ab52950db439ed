/** Expressions that do not fit on a line: where each kind breaks. */

import { assignmentLayout } from "./assignment-doc.ts";
import { type Doc, concat, group, indent, line } from "./doc.ts";
import { isPropertyName, literalKey, stringLiteral } from "./encode.ts";
import { argumentList, arrayList, listLayout, objectList } from "./lists.ts";
import { typeArgumentsDoc } from "./type-doc.ts";
import { argumentsText, literalText, objectMemberText, sizeOf, valueText } from "./value-text.ts";
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

/** An expression, on one line if it fits. */
export function valueDoc(node: ValueNode): Doc {
  switch (node.kind) {
    case "literal":
      return literalText(node);
    case "identifier":
      return node.name;
    case "access":
      return accessDoc(node);
    case "array":
      return group(valueText(node), () => arrayLayout(node));
    case "object":
      return group(valueText(node), () => objectLayout(node));
    case "call":
      return group(valueText(node), () => callLayout(node));
  }
}

/**
 * `a.b.c`, which may break in front of all but the first name; `inline` where it may not: in what is called or
 * constructed, and on both sides of an assignment to a property.
 */
function accessDoc(node: AccessValue, inline = false, inside = false): Doc {
  const object =
    node.object.kind === "access" ? accessDoc(node.object, inline, true) : node.object.name;
  if (!isPropertyName(node.property)) return concat([object, lookupDoc(node.property)]);
  const name = `.${node.property}`;
  const first = node.object.kind === "identifier" && node.object.name !== "this" && !inside;
  if (inline || first) return concat([object, name]);
  return concat([object, group(name, () => indent(concat([line, name])))]);
}

function lookupDoc(property: string): Doc {
  const key = stringLiteral(property);
  return group(`[${key}]`, () => concat(["[", indent(concat([line, key])), line, "]"]));
}

/** The same where a chain of names may not break: in front of a call and on both sides of `=`. */
export function inlineDoc(node: ValueNode): Doc {
  return node.kind === "access" ? accessDoc(node, true) : valueDoc(node);
}

function arrayLayout({ elements }: ArrayValue): Doc {
  return elements.length > 0 && elements.every(isNumber)
    ? numbersLayout(elements)
    : listLayout(arrayList, elements, valueText, valueDoc);
}

function isNumber(node: ValueNode): node is LiteralValue {
  return node.kind === "literal" && typeof node.value === "number";
}

/** Numbers are set like text, many on a line. */
function numbersLayout(numbers: readonly LiteralValue[]): Doc {
  const items: Doc = { kind: "fill", items: numbers.map(literalText) };
  return concat(["[", indent(concat([line, items])), line, "]"]);
}

function objectLayout({ members }: ObjectValue): Doc {
  return listLayout(objectList, members, objectMemberText, memberLayout);
}

function memberLayout(member: ObjectMember): Doc {
  if (member.kind === "shorthand") return member.name;
  if (member.kind === "spread") return concat(["...", valueDoc(member.value)]);
  const key = literalKey(member.key);
  return assignmentLayout(key, ":", member.value, { shortKey: textWidth(key) < shortKeyWidth });
}

/** Below this width a key is so short that moving its value to the next line gains nothing: the indent and 3 more. */
const shortKeyWidth = 5;

function callLayout({ new: isNew, callee, typeArguments = [], arguments: values }: CallValue): Doc {
  const start = concat([isNew ? "new " : "", inlineDoc(callee)]);
  if (typeArguments.length === 0 && callee.kind === "identifier")
    return concat([start, argumentsLayout(values)]);
  const types = typeArguments.length === 0 ? "" : typeArgumentsDoc(typeArguments);
  return concat([start, types, group(argumentsText(values), () => argumentsLayout(values))]);
}

/** An argument per line, unless a last object or list can stay open on the line of the call. */
function argumentsLayout(values: readonly ValueNode[]): Doc {
  const expanded = listLayout(argumentList, values, valueText, valueDoc);
  const last = values.at(-1);
  if (last === undefined || !hugsLast(values)) return expanded;
  const heads = values.slice(0, -1).map((value) => `${valueText(value)}, `);
  return { kind: "hug", head: `(${heads.join("")}`, last: valueDoc(last), tail: ")", expanded };
}

/** A last object or list stays open when the argument in front is of another kind. */
function hugsLast(values: readonly ValueNode[]): boolean {
  const last = values.at(-1);
  if (last === undefined || sizeOf(last) === 0) return false;
  if (values.at(-2)?.kind === last.kind) return false;
  return !(values.length > 1 && last.kind === "array" && last.elements.every(isNumber));
}
