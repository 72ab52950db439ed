import type { KeywordName, ReferenceType, TypeNode } from "./print/index.ts";

/*
 * Short words for the types that emitters write.
 */

/** `string`, `undefined`. */
export function keyword(name: KeywordName): TypeNode {
  return KEYWORDS[name];
}

const KEYWORDS: Readonly<Record<KeywordName, TypeNode>> = {
  any: { kind: "keyword", name: "any" },
  bigint: { kind: "keyword", name: "bigint" },
  boolean: { kind: "keyword", name: "boolean" },
  never: { kind: "keyword", name: "never" },
  null: { kind: "keyword", name: "null" },
  number: { kind: "keyword", name: "number" },
  object: { kind: "keyword", name: "object" },
  string: { kind: "keyword", name: "string" },
  symbol: { kind: "keyword", name: "symbol" },
  undefined: { kind: "keyword", name: "undefined" },
  unknown: { kind: "keyword", name: "unknown" },
  void: { kind: "keyword", name: "void" },
};

export const UNDEFINED: TypeNode = keyword("undefined");

/** Any string, beside literals that an editor should still complete. */
export const ANY_STRING: TypeNode = {
  kind: "intersection",
  members: [keyword("string"), { kind: "object", members: [] }],
};

const NO_ARGUMENTS: readonly TypeNode[] = [];

/** `Pet`, `Promise<Pet>`. */
export function reference(
  name: string,
  typeArguments: readonly TypeNode[] = NO_ARGUMENTS,
): ReferenceType {
  return { kind: "reference", name, typeArguments };
}

/** The members of a union of these types, each once. */
export function distinct(types: readonly TypeNode[]): readonly TypeNode[] {
  const members = types.flatMap((type) => (type.kind === "union" ? type.members : [type]));
  if (members.length < 2) return members;
  const known = new Set<string>();
  return members.filter((type) => {
    const key = JSON.stringify(type);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}
