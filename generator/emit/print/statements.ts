/** Statements as syntax values: everything that a generated file can hold. */

import type { Comment } from "./comment/comment.ts";
import type { Member, ReferenceType, TypeNode, TypeParameter } from "./types.ts";
import type { ObjectValue, ValueNode } from "./values.ts";

export type Statement =
  | ImportStatement
  | ExportStatement
  | ExportAllStatement
  | InterfaceStatement
  | TypeAliasStatement
  | ConstantStatement
  | FunctionStatement
  | ClassStatement
  | EnumStatement
  | RawStatement;

/** One name of an import or export: `a`, `type A`, `a as b`. */
export interface Specifier {
  readonly name: string;
  /** `as`: the name here (imports) or outside (exports). */
  readonly alias?: string;
  /** A type only. When all are, the whole statement becomes `import type` / `export type`. */
  readonly type?: boolean;
}

/** `import { type A, b } from "x"`. Sorted by code unit of the name by the printer; no specifiers: `import "x"`. */
export interface ImportStatement {
  readonly kind: "import";
  readonly specifiers: readonly Specifier[];
  readonly from: string;
}

/** `export { type A, b } from "x"`; without `from`, names of this module. */
export interface ExportStatement {
  readonly kind: "export";
  readonly specifiers: readonly Specifier[];
  readonly from?: string;
}

/** `export * from "x"`, `export * as name from "x"`, `export type * from "x"`. */
export interface ExportAllStatement {
  readonly kind: "exportAll";
  readonly from: string;
  readonly name?: string;
  readonly type?: boolean;
}

interface DeclarationStatement {
  readonly name: string;
  readonly docs?: Comment;
  readonly exported?: boolean;
}

export interface InterfaceStatement extends DeclarationStatement {
  readonly kind: "interface";
  readonly typeParameters?: readonly TypeParameter[];
  readonly extends?: readonly ReferenceType[];
  readonly members: readonly Member[];
}

export interface TypeAliasStatement extends DeclarationStatement {
  readonly kind: "typeAlias";
  readonly typeParameters?: readonly TypeParameter[];
  readonly type: TypeNode;
}

/** `const name: Type = value;` An object at the top is one member per line. */
export interface ConstantStatement extends DeclarationStatement {
  readonly kind: "constant";
  readonly type?: TypeNode;
  readonly value: ValueNode;
  /** `value as const`. */
  readonly asConst?: boolean;
}

/** What functions and methods have in common. */
export interface Signature {
  readonly typeParameters?: readonly TypeParameter[];
  readonly parameters: readonly Parameter[];
  readonly returns?: TypeNode;
}

export interface Parameter {
  readonly name: string;
  readonly type?: TypeNode;
  readonly optional?: boolean;
  readonly rest?: boolean;
  readonly default?: IdentifierValueOrEmptyObject;
}

/** Defaults that keep a signature readable: a name, a scalar or `{}`. */
export type IdentifierValueOrEmptyObject =
  Exclude<ValueNode, ObjectValue> | (ObjectValue & { readonly members: readonly [] });

export interface FunctionStatement extends DeclarationStatement, Signature {
  readonly kind: "function";
  /** Signatures in front of the implementation, each with its own docs. */
  readonly overloads?: readonly (Signature & { readonly docs?: Comment })[];
  readonly async?: boolean;
  readonly body: readonly BodyStatement[];
}

/** A line of a function's body. */
export type BodyStatement =
  | { readonly kind: "return"; readonly value: ValueNode }
  | { readonly kind: "expression"; readonly value: ValueNode }
  | { readonly kind: "assign"; readonly target: ValueNode; readonly value: ValueNode }
  | { readonly kind: "const"; readonly name: string; readonly value: ValueNode };

export interface ClassStatement extends DeclarationStatement {
  readonly kind: "class";
  readonly typeParameters?: readonly TypeParameter[];
  readonly extends?: ReferenceType;
  readonly members: readonly ClassMember[];
}

export type ClassMember = FieldMember | ConstructorMember | MethodMember;

/** `readonly name: T = value;` */
export interface FieldMember {
  readonly kind: "field";
  readonly name: string;
  readonly type?: TypeNode;
  readonly value?: ValueNode;
  /** `#name`. */
  readonly private?: boolean;
  readonly readonly?: boolean;
  readonly docs?: Comment;
}

export interface ConstructorMember {
  readonly kind: "constructor";
  readonly parameters: readonly Parameter[];
  readonly body: readonly BodyStatement[];
  readonly docs?: Comment;
}

export interface MethodMember extends Signature {
  readonly kind: "method";
  readonly name: string;
  readonly async?: boolean;
  readonly body: readonly BodyStatement[];
  readonly docs?: Comment;
}

/** `declare enum Name { key = "value" }`: an ambient enum, which exists in types only. */
export interface EnumStatement extends DeclarationStatement {
  readonly kind: "enum";
  readonly declare?: boolean;
  readonly const?: boolean;
  readonly members: readonly {
    readonly key: string;
    readonly value: string | number;
    readonly docs?: Comment;
  }[];
}

/** Trusted text of our own, printed as it is. Never text of a document. */
export interface RawStatement {
  readonly kind: "raw";
  readonly text: string;
}
