import type { Member, TypeNode } from "./print/index.ts";
import { UNDEFINED } from "./type-nodes.ts";

/** A member of options that may be left out, or be `undefined`: `readonly server?: ServerVariables | undefined`. */
export function optionMember(key: string, ...types: readonly TypeNode[]): Member {
  return {
    kind: "property",
    key,
    optional: true,
    readonly: true,
    type: { kind: "union", members: [...types, UNDEFINED] },
  };
}
