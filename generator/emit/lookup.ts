import type { Header } from "../model.ts";
import { commentOf } from "./comments.ts";
import type { Module } from "./module.ts";
import type { MethodSignature, ReferenceType, Statement, TypeNode } from "./print/index.ts";
import { keyword, reference } from "./type-nodes.ts";

/**
 * An interface for what is found by its name, headers or a query: one overload a documented name, and all others as the
 * platform's own type has them.
 */
export interface Lookup {
  readonly name: string;
  /** The platform's type. */
  readonly base: ReferenceType;
  readonly members: readonly MethodSignature[];
}

/** Many have the same content: the first in a module has the interface, the others a name for it. */
export function declareLookup({ name, base, members }: Lookup, module: Module): Statement {
  const first = module.firstOf(JSON.stringify([base, members]), name);
  if (first !== name) return { kind: "typeAlias", name, exported: true, type: reference(first) };
  const overloads = OTHERS.flatMap((other) => {
    const same = members.filter((member) => member.name === other.name);
    return same.length === 0 ? [] : [...same, other];
  });
  return { kind: "interface", name, exported: true, extends: [base], members: overloads };
}

/** What need not be there may be null. */
export function getter({ name, required, docs }: Header, value: TypeNode): MethodSignature {
  const type: TypeNode = required ? value : { kind: "union", members: [value, keyword("null")] };
  return method("get", { kind: "literal", value: name }, type, docs);
}

/** For what may be there several times; `values` is a list. */
export function listGetter({ name, docs }: Header, values: TypeNode): MethodSignature {
  return method("getAll", { kind: "literal", value: name }, values, docs);
}

function method(
  name: "get" | "getAll",
  key: TypeNode,
  returns: TypeNode,
  documentation: Header["docs"] = {},
): MethodSignature {
  const docs = commentOf(documentation);
  const parameters = [{ name: "name", type: key }];
  return { kind: "method", name, parameters, returns, ...(docs === undefined ? {} : { docs }) };
}

const STRING = keyword("string");

const OTHERS = [
  method("get", STRING, { kind: "union", members: [STRING, keyword("null")] }),
  method("getAll", STRING, { kind: "array", element: STRING }),
];
