/** `left = value`: where the line breaks around the sign. */

import { simplify } from "./combined-doc.ts";
import {
  type AssignmentLayout,
  type Doc,
  assignment,
  concat,
  fluid,
  group,
  indent,
  line,
  mustBreak,
} from "./doc.ts";
import { stringLiteral } from "./encode.ts";
import { typeDoc } from "./type-doc.ts";
import { inlineDoc, valueDoc } from "./value-doc.ts";
import type { CallValue, ValueNode } from "./values.ts";

/** What besides the value decides. */
export interface AssignmentTraits {
  /** The left side is a key so short that moving the value to the next line gains nothing. */
  readonly shortKey?: boolean;
  /** The left side breaks rather than the value. */
  readonly breaksLeft?: boolean;
  /** Assigns to a property. */
  readonly inline?: boolean;
  /** What follows the value: ` as const`. */
  readonly suffix?: string;
}

/** The value on the same line, after a line end, or whichever fits, by its kind. */
export function assignmentDoc(
  left: Doc,
  operator: string,
  value: ValueNode,
  traits: AssignmentTraits = {},
): Doc {
  const expression = traits.inline ? inlineDoc(value) : valueDoc(value);
  const right = traits.suffix === undefined ? expression : concat([expression, traits.suffix]);
  if (traits.breaksLeft) return group(concat([left, operator, " ", group(right)]));
  const layout = layoutOf(value, traits);
  if (typeof left === "string") return assignment(left + operator, right, layout);
  if (layout === "nextLine") return nextLineDoc(left, operator, right);
  return group(concat([group(left), operator, fluid(right)]));
}

function layoutOf(value: ValueNode, traits: AssignmentTraits): AssignmentLayout {
  if (traits.suffix !== undefined) return "fluid";
  if (traits.shortKey || isOneToken(value)) return "sameLine";
  return prefersNextLine(value) ? "nextLine" : "fluid";
}

/** The right side moves to the next line before it breaks. */
export function nextLineDoc(left: Doc, operator: string, right: Doc): Doc {
  if (typeof left === "string") return assignment(left + operator, right, "nextLine");
  return group(concat([group(left), operator, group(indent(concat([line, right])))]));
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
