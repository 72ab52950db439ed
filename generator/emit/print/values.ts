/**
 * Expressions as syntax values: the data that generated code is made of. As in `types.ts`, names are trusted and
 * literal values and keys are encoded by the printer.
 */

import type { TypeNode } from "./types.ts";

export type ValueNode =
  LiteralValue | IdentifierValue | AccessValue | ArrayValue | ObjectValue | CallValue;

/** `"a"`, `-1`, `true`, `null`, `10n`. A number must be finite. */
export interface LiteralValue {
  readonly kind: "literal";
  readonly value: string | number | boolean | bigint | null;
}

/** `client`, `undefined`, `this`. */
export interface IdentifierValue {
  readonly kind: "identifier";
  readonly name: string;
}

/** `object.property`, or `object["any text"]`. */
export interface AccessValue {
  readonly kind: "access";
  readonly object: IdentifierValue | AccessValue;
  readonly property: string;
}

export interface ArrayValue {
  readonly kind: "array";
  readonly elements: readonly ValueNode[];
}

export interface ObjectValue {
  readonly kind: "object";
  readonly members: readonly ObjectMember[];
  /** One member per line even where one line would do. */
  readonly expanded?: boolean;
}

export type ObjectMember = KeyedMember | ShorthandMember | SpreadMember;

export interface KeyedMember {
  readonly kind: "property";
  /** Any text, `__proto__` too: the printer makes it an own property. */
  readonly key: string;
  readonly value: ValueNode;
}

/** `{ retry }`. */
export interface ShorthandMember {
  readonly kind: "shorthand";
  readonly name: string;
}

/** `{ ...rest }`. */
export interface SpreadMember {
  readonly kind: "spread";
  readonly value: IdentifierValue | AccessValue;
}

/** `f(a, b)`, `new F<T>(a)`. */
export interface CallValue {
  readonly kind: "call";
  readonly callee: IdentifierValue | AccessValue;
  readonly arguments: readonly ValueNode[];
  readonly typeArguments?: readonly TypeNode[];
  readonly new?: boolean;
}
