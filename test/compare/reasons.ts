import type { Difference } from "./second-opinion.ts";

/** Who reads the schema better, where two readings differ. */
export type Verdict = "ours right" | "theirs right" | "both right";

/** Why two readings differ. Each was looked up in the documents and in the specifications. */
export interface Reason {
  readonly verdict: Verdict;
  /** One or two sentences for the list. */
  readonly why: string;
  /** Which way the assignment fails. */
  readonly refused: "ours" | "theirs";
  /** What the compiler says, innermost. */
  readonly message: RegExp;
}

const reasons: readonly Reason[] = [
  {
    verdict: "ours right",
    why: "A name that is in `required` but not in `properties` must be there all the same, with any value.",
    refused: "theirs",
    message: /^Property '[^']+' is missing in type|is missing the following properties from type/,
  },
  {
    verdict: "ours right",
    why: "An index signature must hold for named properties too, so it says `undefined` where one of them is optional. Their intersection claims that a named optional property is never missing.",
    refused: "ours",
    message: /^Type 'undefined' is not assignable to type/,
  },
  {
    verdict: "ours right",
    why: "They give up on the schema (`unknown`) where it has members that only list `required`, or a combination that they do not read.",
    refused: "theirs",
    message: /^Type 'unknown' is not assignable to type/,
  },
  {
    verdict: "ours right",
    why: "A property that one member of `allOf` requires stays required although another member only describes it.",
    refused: "theirs",
    message: /^Property '[^']+' is optional in type .* but required in type/s,
  },
  {
    verdict: "both right",
    why: "The schema does not require the tag; a discriminated union that the schema belongs to does. They make it required in the schema itself.",
    refused: "ours",
    message:
      /^Property '[^']+' is optional in type .* but required in type|^Type 'string' is not assignable to type '"/s,
  },
  {
    verdict: "ours right",
    why: "The tag of a discriminated union has the values that its property's `const` or `enum` lists; the schema's name is only a fallback.",
    refused: "ours",
    message:
      /^Type '"[^"]*"' is not assignable to type '"[^"]*"'|reduced to 'never' because property/,
  },
  {
    verdict: "ours right",
    why: "The tag of a discriminated union has the values that its property's `const` or `enum` lists; the schema's name is only a fallback.",
    refused: "theirs",
    message: /^Type '"[^"]*"' is not assignable to type '"[^"]*"'/,
  },
  {
    verdict: "ours right",
    why: "`prefixItems` without `minItems` allows a shorter list.",
    refused: "ours",
    message: /^Source provides no match for required element|^Target requires \d+ element/,
  },
  {
    verdict: "ours right",
    why: "A `writeOnly` property does not arrive.",
    refused: "ours",
    message: /^Property '[^']+' is missing in type/,
  },
  {
    verdict: "ours right",
    why: "`nullable` beside `$ref`, `allOf` or `oneOf` is meant, and honoured.",
    refused: "ours",
    message: /^Type 'null' is not assignable to type/,
  },
  {
    verdict: "ours right",
    why: "The `type` or `enum` beside the nullable members forbids null.",
    refused: "theirs",
    message: /^Type 'null' is not assignable to type/,
  },
  {
    verdict: "ours right",
    why: "The `type` beside `enum`, `allOf`, `anyOf` or `oneOf` forbids one of the values or members.",
    refused: "theirs",
    message:
      /^Type '[\w.]+' is not assignable to type '[A-Z]\w*'|to type 'never'|^Type 'string' has no properties in common/,
  },
  {
    verdict: "ours right",
    why: "The `type: object` beside `anyOf` or `oneOf` adds no index signature, and allows no member that is no object.",
    refused: "ours",
    message:
      /^Index signature for type 'string' is missing|^Type '\{.*\}' is not assignable to type 'string'/s,
  },
  {
    verdict: "ours right",
    why: "The reference leads to something that is no schema, such as a parameter.",
    refused: "ours",
    message: /^Type 'unknown' is not assignable to type 'string'/,
  },
  {
    verdict: "both right",
    why: "Members of `allOf` contradict each other, so there is no value, and each side gives up in its own way.",
    refused: "theirs",
    message: /^Type 'boolean' is not assignable to type 'string'/,
  },
  {
    verdict: "ours right",
    why: "ASP.NET Core writes numbers as `[number, string]` with a pattern; what arrives is a number.",
    refused: "theirs",
    message: /^Type 'string' is not assignable to type 'number'/,
  },
  {
    verdict: "ours right",
    why: "One of the nested unions' members differs for another reason of this list; the compiler names only the union.",
    refused: "theirs",
    message: /is not assignable to type '\w+' with 'exactOptionalPropertyTypes: true'/,
  },
];

/** The first reason that applies, or undefined: somebody has to look. */
export function explain({ direction, reasons: texts }: Difference): Reason | undefined {
  const refused = direction === "our type is not assignable to theirs" ? "ours" : "theirs";
  const innermost = texts.at(-1) ?? "";
  return reasons.find((reason) => reason.refused === refused && reason.message.test(innermost));
}
