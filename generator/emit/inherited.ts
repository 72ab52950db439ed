import type { TypeNode } from "./print/index.ts";

/** What every object has from `Object.prototype`. */
const INHERITED = new Set([
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf",
]);

/**
 * The type of an optional member. An object that leaves out `constructor` has the inherited one all the same, and
 * TypeScript would not take it for one without the member.
 */
export function orInherited(name: string, type: TypeNode): TypeNode {
  if (!INHERITED.has(name)) return type;
  return { kind: "union", members: [type, { kind: "reference", name: `Object["${name}"]` }] };
}

/** A name under which no object has something unless it was given: `constructor_`. */
export function ownName(name: string): string {
  return INHERITED.has(name) || name === "__proto__" ? `${name}_` : name;
}
