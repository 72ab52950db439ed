import { row, type Rule } from "./rule.ts";

/** Accepting less breaks who sends, promising less breaks who receives. */
const narrows = { request: "breaking", response: "compatible" } as const;
const widens = { request: "compatible", response: "breaking" } as const;
/** As `widens`, where a receiver often copes: it meets a value that the old document did not foresee. */
const mayWiden = { request: "compatible", response: "possibly breaking" } as const;

/** Changes of what a value may be: the part of the catalogue that is about schemas. */
export const schemaRules = {
  "type-changed": row({
    severity: "breaking",
    inverse: "type-changed",
    text: ({ part, was, is }) => `${part} is now ${is}, was ${was}`,
  }),
  "type-widened": row({
    severity: widens,
    inverse: "type-narrowed",
    text: ({ part, was, is }) => `${part} may now be ${is}, was ${was}`,
  }),
  "type-narrowed": row({
    severity: narrows,
    inverse: "type-widened",
    text: ({ part, was, is }) => `${part} is now only ${is}, was ${was}`,
  }),
  "became-nullable": row({
    severity: widens,
    inverse: "became-not-nullable",
    text: ({ part }) => `${part} may now be null`,
  }),
  "became-not-nullable": row({
    severity: narrows,
    inverse: "became-nullable",
    text: ({ part }) => `${part} can no longer be null`,
  }),
  "enum-value-added": row({
    severity: mayWiden,
    inverse: "enum-value-removed",
    text: ({ part, is }) => `${part} has the new value ${is}`,
  }),
  "enum-value-removed": row({
    severity: narrows,
    inverse: "enum-value-added",
    text: ({ part, was }) => `${part} no longer has the value ${was}`,
  }),
  "became-enum": row({
    severity: narrows,
    inverse: "no-longer-enum",
    text: ({ part, is }) => `${part} is now one of ${is}`,
  }),
  "no-longer-enum": row({
    severity: widens,
    inverse: "became-enum",
    text: ({ part, was }) => `${part} is no longer one of ${was}`,
  }),
  "format-added": row({
    severity: { request: "possibly breaking", response: "compatible" },
    inverse: "format-removed",
    text: ({ part, is }) => `${part} has the format ${is}`,
  }),
  "format-removed": row({
    severity: { request: "compatible", response: "possibly breaking" },
    inverse: "format-added",
    text: ({ part, was }) => `${part} no longer has the format ${was}`,
  }),
  "format-changed": row({
    severity: "possibly breaking",
    inverse: "format-changed",
    text: ({ part, was, is }) => `${part} has the format ${is}, was ${was}`,
  }),
  "format-replaced": row({
    severity: "breaking",
    inverse: "format-replaced",
    text: ({ part, was, is }) => `${part} has the format ${is}, was ${was}`,
  }),
  "format-widened": row({
    severity: mayWiden,
    inverse: "format-narrowed",
    text: ({ part, was, is }) => `${part} has the wider format ${is}, was ${was}`,
  }),
  "format-narrowed": row({
    severity: narrows,
    inverse: "format-widened",
    text: ({ part, was, is }) => `${part} has the narrower format ${is}, was ${was}`,
  }),
  "limit-added": row({
    severity: { request: "breaking", response: "compatible" },
    inverse: "limit-removed",
    text: ({ part, is }) => `${part} now has ${is}`,
  }),
  "limit-removed": row({
    severity: mayWiden,
    inverse: "limit-added",
    text: ({ part, was }) => `${part} no longer has ${was}`,
  }),
  "limit-tightened": row({
    severity: narrows,
    inverse: "limit-loosened",
    text: ({ part, was, is }) => `${part} is limited by ${is}, was ${was}`,
  }),
  "limit-loosened": row({
    severity: mayWiden,
    inverse: "limit-tightened",
    text: ({ part, was, is }) => `${part} is only limited by ${is}, was ${was}`,
  }),
  "multiple-changed": row({
    severity: { request: "breaking", response: "possibly breaking" },
    inverse: "multiple-changed",
    text: ({ part, was, is }) => `${part} has ${is}, was ${was}`,
  }),
  "pattern-added": row({
    severity: narrows,
    inverse: "pattern-removed",
    text: ({ part, is }) => `${part} must match ${is}`,
  }),
  "pattern-removed": row({
    severity: mayWiden,
    inverse: "pattern-added",
    text: ({ part, was }) => `${part} need not match ${was} any more`,
  }),
  "pattern-changed": row({
    severity: "possibly breaking",
    inverse: "pattern-changed",
    text: ({ part, was, is }) => `${part} must match ${is}, was ${was}`,
  }),
  "encoding-changed": row({
    severity: "breaking",
    inverse: "encoding-changed",
    text: ({ part, was, is }) => `${part} is encoded as ${is}, was ${was}`,
  }),
  "condition-added": row({
    severity: narrows,
    inverse: "condition-removed",
    text: ({ part, is }) => `${part} has a further condition (${is})`,
  }),
  "condition-removed": row({
    severity: mayWiden,
    inverse: "condition-added",
    text: ({ part, was }) => `${part} has a condition less (${was})`,
  }),
  "condition-changed": row({
    severity: "possibly breaking",
    inverse: "condition-changed",
    text: ({ part, is }) => `${part} has other conditions (${is})`,
  }),
  "default-changed": row({
    severity: { request: "possibly breaking", response: "documentation" },
    inverse: "default-changed",
    text: ({ part, was, is }) => `${part} is ${is} when left out, was ${was}`,
  }),
  "required-property-added": row({
    severity: narrows,
    inverse: "required-property-removed",
    text: ({ part, direction, was }) =>
      `${part} ${appeared(was)}${direction === "request" ? " and required" : ""}`,
  }),
  "required-property-removed": row({
    severity: "breaking",
    inverse: "required-property-added",
    text: ({ part, is }) => `${part} ${vanished(is)}`,
  }),
  "optional-property-added": row({
    severity: { request: "compatible", response: "compatible" },
    inverse: "optional-property-removed",
    text: ({ part, was }) => `${part} ${appeared(was)}`,
  }),
  "optional-property-removed": row({
    severity: { request: "breaking", response: "possibly breaking" },
    inverse: "optional-property-added",
    text: ({ part, is }) => `${part} ${vanished(is)}`,
  }),
  "property-became-required": row({
    severity: narrows,
    inverse: "property-became-optional",
    text: ({ part, direction }) =>
      direction === "response" ? `${part} is now always there` : `${part} is now required`,
  }),
  "property-became-optional": row({
    severity: widens,
    inverse: "property-became-required",
    text: ({ part, direction }) =>
      direction === "response" ? `${part} may now be missing` : `${part} may now be left out`,
  }),
  "property-deprecated": row({
    severity: "documentation",
    inverse: "property-undeprecated",
    text: ({ part }) => `${part} is deprecated`,
  }),
  "property-undeprecated": row({
    severity: "documentation",
    inverse: "property-deprecated",
    text: ({ part }) => `${part} is no longer deprecated`,
  }),
  "other-properties-forbidden": row({
    severity: narrows,
    inverse: "other-properties-allowed",
    text: ({ part }) => `${part} takes no other properties any more`,
  }),
  "other-properties-allowed": row({
    severity: mayWiden,
    inverse: "other-properties-forbidden",
    text: ({ part }) => `${part} may have other properties`,
  }),
  "tuple-position-added": row({
    severity: "breaking",
    inverse: "tuple-position-removed",
    text: ({ part }) => `${part} is new`,
  }),
  "tuple-position-removed": row({
    severity: "breaking",
    inverse: "tuple-position-added",
    text: ({ part }) => `${part} is gone`,
  }),
  "variant-added": row({
    severity: mayWiden,
    inverse: "variant-removed",
    text: ({ part, is }) => `${part} may now be ${is}`,
  }),
  "variant-removed": row({
    severity: narrows,
    inverse: "variant-added",
    text: ({ part, was }) => `${part} can no longer be ${was}`,
  }),
  "discriminator-added": row({
    severity: "compatible",
    inverse: "discriminator-removed",
    text: ({ part, is }) => `${variantsOf(part)} are told apart by ${is}`,
  }),
  "discriminator-removed": row({
    severity: "compatible",
    inverse: "discriminator-added",
    text: ({ part, was }) => `${variantsOf(part)} are no longer told apart by ${was}`,
  }),
  "discriminator-changed": row({
    severity: "breaking",
    inverse: "discriminator-changed",
    text: ({ part, was, is }) => `${variantsOf(part)} are told apart by ${is}, was ${was}`,
  }),
  "discriminator-value-added": row({
    severity: mayWiden,
    inverse: "discriminator-value-removed",
    text: ({ part, is }) => `${variantsOf(part)} have the new name ${is}`,
  }),
  "discriminator-value-removed": row({
    severity: narrows,
    inverse: "discriminator-value-added",
    text: ({ part, was }) => `${variantsOf(part)} no longer have the name ${was}`,
  }),
} satisfies Readonly<Record<string, Rule>>;

/** A property that is there in the other direction only is hidden by `read-only` or `write-only`. */
function appeared(hidden: string): string {
  return hidden === "" ? "is new" : `is no longer ${hidden}`;
}

function vanished(hidden: string): string {
  return hidden === "" ? "is gone" : `is now ${hidden}`;
}

function variantsOf(part: string): string {
  return part === "it" ? "its variants" : `the variants of ${part}`;
}
