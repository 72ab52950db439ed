/** `left = value`: where the line breaks around the sign. */

import {
  type AssignmentLayout,
  type Doc,
  type Group,
  assignment,
  concat,
  flatOf,
  fluid,
  group,
  indent,
  line,
  unbreakable,
} from "./doc.ts";
import { stringLiteral } from "./encode.ts";
import { mustBreak } from "./must-break.ts";
import { simplify } from "./simplify.ts";
import { inlineDoc, valueDoc } from "./value-doc.ts";
import { valueText } from "./value-text.ts";
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
  left: string | Group,
  operator: string,
  value: ValueNode,
  traits: AssignmentTraits = {},
): Group {
  return group(`${flatOf(left)}${operator} ${valueText(value)}${traits.suffix ?? ""}`, () =>
    assignmentLayout(left, operator, value, traits),
  );
}

/** For an assignment that is known not to fit. */
export function assignmentLayout(
  left: string | Group,
  operator: string,
  value: ValueNode,
  traits: AssignmentTraits = {},
): Doc {
  const expression = traits.inline ? inlineDoc(value) : valueDoc(value);
  const right = traits.suffix === undefined ? expression : concat([expression, traits.suffix]);
  if (traits.breaksLeft) return concat([left, operator, " ", right]);
  const layout = layoutFor(value, traits);
  if (layout === "nextLine") return nextLineLayout(left, operator, right, valueText(value));
  const start = unbreakable(left);
  if (start !== undefined) return assignment(start + operator, right, layout);
  return concat([left, operator, fluid(right)]);
}

function layoutFor(value: ValueNode, traits: AssignmentTraits): AssignmentLayout {
  if (traits.suffix !== undefined) return "fluid";
  if (traits.shortKey || isOneToken(value)) return "sameLine";
  return prefersNextLine(value) ? "nextLine" : "fluid";
}

/** The right side, whose one-line form is `text`, moves to the next line before it breaks. */
export function nextLineLayout(
  left: string | Group,
  operator: string,
  right: Doc,
  text: string,
): Doc {
  const start = unbreakable(left);
  if (start !== undefined) return assignment(start + operator, right, "nextLine");
  return concat([left, operator, group(` ${text}`, () => indent(concat([line, right])))]);
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
  return kind === "union" || kind === "intersection" || kind === "object" || mustBreak(only);
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
