import type { ObjectMember, ValueNode } from "../print/index.ts";
import { member } from "../value-nodes.ts";

/** A member of a descriptor; undefined where there is nothing to say. */
export type Described = ObjectMember | undefined;

/** A member with a list; none for an empty one. */
export function list(key: string, elements: readonly ValueNode[]): Described {
  return elements.length === 0 ? undefined : member(key, { kind: "array", elements });
}
