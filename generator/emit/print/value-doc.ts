/** Expressions as documents. */

import { assignmentDoc } from "./assignment-doc.ts";
import {
  type Doc,
  broken,
  concat,
  fill,
  flatOf,
  group,
  hug,
  indent,
  list,
  mustBreak,
  softLine,
} from "./doc.ts";
import { isPropertyName, literalKey, numberLiteral, stringLiteral } from "./encode.ts";
import { argumentList, arrayList, objectList } from "./lists.ts";
import { typeArgumentsDoc } from "./type-doc.ts";
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
  if (isNumberList(node)) return numbersDoc(node);
  const doc = list(
    arrayList,
    node.elements.map((element) => group(valueDoc(element))),
  );
  return isTable(node) ? broken(doc) : doc;
}

/** Numbers are set like text, many on a line. */
function isNumberList(node: ArrayValue): boolean {
  if (node.elements.length === 0) return false;
  return node.elements.every(
    (element) => element.kind === "literal" && typeof element.value === "number",
  );
}

function numbersDoc(node: ArrayValue): Doc {
  const numbers = fill(node.elements.map((element) => literalText(element as LiteralValue)));
  return group(concat(["[", indent(concat([softLine, numbers])), softLine, "]"]));
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
  const doc = list(
    objectList,
    node.members.map((member) => group(memberDoc(member))),
  );
  return node.expanded ? broken(doc) : doc;
}

function memberDoc(member: ObjectMember): Doc {
  if (member.kind === "shorthand") return member.name;
  if (member.kind === "spread") return concat(["...", valueDoc(member.value)]);
  const key = literalKey(member.key);
  return assignmentDoc(key, ":", member.value, { shortKey: textWidth(key) < shortKeyWidth });
}

/** Below this width a key is so short that moving its value to the next line gains nothing: the indent and 3 more. */
const shortKeyWidth = 5;

function callDoc(node: CallValue): Doc {
  const typeArguments = node.typeArguments ?? [];
  const types = typeArguments.length === 0 ? "" : typeArgumentsDoc(typeArguments);
  return group(
    concat([node.new ? "new " : "", inlineDoc(node.callee), types, argumentsDoc(node.arguments)]),
  );
}

function argumentsDoc(values: readonly ValueNode[]): Doc {
  const docs = values.map(valueDoc);
  const all = list(argumentList, docs);
  if (!hugsLast(values)) return all;
  const heads = docs.slice(0, -1);
  if (heads.some(mustBreak)) return broken(all);
  const head = heads.map((doc) => `${flatOf(doc)}, `).join("");
  return hug(`(${head}`, docs.at(-1) ?? "", ")", broken(all));
}

/** A last object or list stays open on the line of the call, when the argument in front is of another kind. */
function hugsLast(values: readonly ValueNode[]): boolean {
  const last = values.at(-1);
  if (last === undefined || sizeOf(last) === 0) return false;
  if (values.at(-2)?.kind === last.kind) return false;
  return !(values.length > 1 && last.kind === "array" && isNumberList(last));
}
