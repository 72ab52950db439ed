/**
 * Types as syntax values. Emitters build them, `printType` lays them out as prettier would.
 *
 * `name`s are trusted identifiers (they come from the layout or from the runtime, never from a document);
 * literal values and property keys may be any text: the printer encodes them. Parentheses and line breaks are
 * the printer's business.
 */

import type { Comment } from "./comment/comment.ts";

export type TypeNode =
  | KeywordType
  | LiteralType
  | TemplateType
  | ReferenceType
  | ArrayType
  | TupleType
  | UnionType
  | IntersectionType
  | ObjectType
  | FunctionType;

export type KeywordName =
  | "any"
  | "bigint"
  | "boolean"
  | "never"
  | "null"
  | "number"
  | "object"
  | "string"
  | "symbol"
  | "undefined"
  | "unknown"
  | "void";

export interface KeywordType {
  readonly kind: "keyword";
  readonly name: KeywordName;
}

/** `"a"`, `-1`, `true`, `10n`. A number must be finite. */
export interface LiteralType {
  readonly kind: "literal";
  readonly value: string | number | boolean | bigint;
}

/** `` `${bigint}` ``, `` `x-${string}` ``, `` `${string}_id` ``: texts with a hole between each two. */
export interface TemplateType {
  readonly kind: "template";
  /** Two or more, of any characters; encoded. */
  readonly texts: readonly string[];
  readonly hole: "bigint" | "number" | "string";
}

/** `Event`, `Page<Event>`, `Blob`, `runtime.Call`. */
export interface ReferenceType {
  readonly kind: "reference";
  readonly name: string;
  readonly typeArguments?: readonly TypeNode[];
}

/** `T[]`, `readonly T[]`. */
export interface ArrayType {
  readonly kind: "array";
  readonly element: TypeNode;
  readonly readonly?: boolean;
}

/** `[a: string, b?: number, ...string[]]`. Either all elements have labels or none has. */
export interface TupleType {
  readonly kind: "tuple";
  readonly elements: readonly TupleElement[];
  readonly readonly?: boolean;
}

export interface TupleElement {
  readonly type: TypeNode;
  readonly label?: string;
  readonly optional?: boolean;
  /** `...T`: `type` is the array itself. */
  readonly rest?: boolean;
}

/** `A | B`. Unions inside are flattened; no member at all is `never`, one member is itself. */
export interface UnionType {
  readonly kind: "union";
  readonly members: readonly TypeNode[];
}

/** `A & B`. Intersections inside are flattened; no member at all is `unknown`, one member is itself. */
export interface IntersectionType {
  readonly kind: "intersection";
  readonly members: readonly TypeNode[];
}

/** `{ a: string; b?: number }`: on one line when it fits and no member has docs, else one member per line. */
export interface ObjectType {
  readonly kind: "object";
  readonly members: readonly Member[];
  /** One member per line even where one line would do. */
  readonly expanded?: boolean;
}

/** `(a: string, b?: number) => T`. */
export interface FunctionType {
  readonly kind: "function";
  readonly parameters: readonly ParameterType[];
  readonly returns: TypeNode;
}

export interface ParameterType {
  readonly name: string;
  readonly type: TypeNode;
  readonly optional?: boolean;
  readonly rest?: boolean;
}

/** What stands between the braces of an interface or an object type. */
export type Member = PropertyMember | IndexMember | MethodSignature;

export interface PropertyMember {
  readonly kind: "property";
  /** Any text; quoted where TypeScript needs it. */
  readonly key: string;
  readonly type: TypeNode;
  readonly optional?: boolean;
  readonly readonly?: boolean;
  readonly docs?: Comment | undefined;
}

/** `[key: string]: T`. */
export interface IndexMember {
  readonly kind: "index";
  readonly keyName: string;
  readonly keyType: TypeNode;
  readonly type: TypeNode;
  readonly readonly?: boolean;
  readonly docs?: Comment | undefined;
}

/** `name(a: string): T`. Several of one name are overloads. */
export interface MethodSignature {
  readonly kind: "method";
  readonly name: string;
  readonly parameters: readonly ParameterType[];
  readonly returns: TypeNode;
  readonly docs?: Comment;
}

export interface TypeParameter {
  readonly name: string;
  readonly constraint?: TypeNode;
  readonly default?: TypeNode;
}
