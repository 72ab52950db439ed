import type { Module } from "../module.ts";
import type { ObjectMember, ObjectValue, ValueNode } from "../print/index.ts";
import { runtimeModule, type RuntimeSymbol } from "../runtime-symbols.ts";

/** Short words for the data that descriptors are made of. */

export function member(key: string, value: ValueNode): ObjectMember {
  return { kind: "property", key, value };
}

/** A member of a descriptor; undefined where there is nothing to say. */
export type Described = ObjectMember | undefined;

/** A member with a list; none for an empty one. */
export function list(key: string, elements: readonly ValueNode[]): Described {
  return elements.length === 0 ? undefined : member(key, { kind: "array", elements });
}

export function text(value: string): ValueNode {
  return { kind: "literal", value };
}

export function texts(values: readonly string[]): ValueNode {
  return { kind: "array", elements: values.map(text) };
}

export function flag(value: boolean): ValueNode {
  return { kind: "literal", value };
}

export function objectOf(members: readonly ObjectMember[]): ObjectValue {
  return { kind: "object", members };
}

/** A function of the runtime, imported by being named. */
export function runtimeValue(symbol: RuntimeSymbol, module: Module): ValueNode {
  return { kind: "identifier", name: module.value(symbol, runtimeModule(symbol)) };
}
