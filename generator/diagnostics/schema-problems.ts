import { entry } from "./entry.ts";

/** What is wrong with schemas, and what types can not say of them. */
export const schemaProblems = {
  "invalid-schema": entry({
    severity: "warning",
    message: () => "This is no schema, so its place is typed as unknown.",
    help: () => "A schema is an object, `true` or `false`.",
  }),
  "contradicting-schema": entry({
    severity: "warning",
    message: () => "No value can meet all conditions of this schema, so its type is never.",
    help: () => "Check the types that `allOf` brings together.",
  }),
  "contradicting-type": entry<{ reading: string }>({
    severity: "warning",
    message: ({ reading }) =>
      `A type excludes all values that the schemas beside it allow, so ${reading}.`,
    help: () => 'Remove the type; for null, write `anyOf: [..., { type: "null" }]`.',
  }),
  "type-inferred": entry<{ types: string }>({
    severity: "info",
    message: ({ types }) => `The schema names no type; by its keywords it is read as ${types}.`,
    help: () =>
      "Add `type`, or declare `$schema` to have it read as plain JSON Schema, where any other type is allowed too.",
  }),
  "unknown-type": entry<{ word: string }>({
    severity: "warning",
    message: ({ word }) =>
      `"${word}" is no type of JSON Schema, so the schema is typed as unknown.`,
    help: () => "Use object, array, string, number, integer, boolean or null.",
  }),
  "enum-type-mismatch": entry({
    severity: "warning",
    message: () => "Some values of this enum are not of the type that stands beside it.",
    help: () => "Correct the type, or quote the values in YAML.",
  }),
  "not-expressible": entry<{ keyword: string }>({
    severity: "info",
    message: ({ keyword }) =>
      `No TypeScript type can say this \`${keyword}\`; the type allows more than the schema.`,
    help: () => "Nothing to do; the server checks it.",
  }),
};
