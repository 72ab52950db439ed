import type {
  AccessValue,
  ArrayValue,
  CallValue,
  IdentifierValue,
  KeyedMember,
  ObjectMember,
  ObjectValue,
  ValueNode,
} from "./print/index.ts";

/*
 * Short words for the values that emitters write.
 */

/** `"a"`. */
export function text(value: string): ValueNode {
  return { kind: "literal", value };
}

/** `["a", "b"]`. */
export function texts(values: readonly string[]): ArrayValue {
  return { kind: "array", elements: values.map(text) };
}

/** `true`. */
export function flag(value: boolean): ValueNode {
  return { kind: "literal", value };
}

/** `key: value`. */
export function member(key: string, value: ValueNode): KeyedMember {
  return { kind: "property", key, value };
}

/** `{ a: 1, b: 2 }`. */
export function objectOf(members: readonly ObjectMember[]): ObjectValue {
  return { kind: "object", members };
}

/** `options`. */
export function identifier(name: string): IdentifierValue {
  return { kind: "identifier", name };
}

/** `options.auth`. */
export function access(object: string, property: string): AccessValue {
  return { kind: "access", object: identifier(object), property };
}

/** `f(a, b)`. */
export function call(callee: string, values: readonly ValueNode[]): CallValue {
  return { kind: "call", callee: identifier(callee), arguments: values };
}
