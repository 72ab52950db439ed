import type { ChangeDirection, Severity } from "./severity.ts";
import { row, type Rule } from "./rule.ts";
import { accessRules } from "./access-rules.ts";
import { schemaRules } from "./schema-rules.ts";

/**
 * The catalogue of changes: one row a rule, explained in docs/diff.md, shown by a pair of documents in
 * test/fixtures/diff. `inverse` is what the same change is called when the documents are swapped.
 */
export const rules = {
  "operation-removed": row({
    severity: "breaking",
    inverse: "operation-added",
    text: ({ was }) => `the operation is gone (${was})`,
  }),
  "operation-added": row({
    severity: "compatible",
    inverse: "operation-removed",
    text: ({ is }) => `the operation is new (${is})`,
  }),
  "operation-moved": row({
    severity: "breaking",
    absorbed: true,
    inverse: "operation-moved",
    text: ({ was, is }) => `the operation moved from ${was} to ${is}`,
  }),
  "operation-id-changed": row({
    severity: "names only",
    inverse: "operation-id-changed",
    text: ({ was, is }) => `the operation's id was ${was}, now ${is}`,
  }),
  "operation-deprecated": row({
    severity: "documentation",
    inverse: "operation-undeprecated",
    text: () => "the operation is deprecated",
  }),
  "operation-undeprecated": row({
    severity: "documentation",
    inverse: "operation-deprecated",
    text: () => "the operation is no longer deprecated",
  }),
  "path-parameter-renamed": row({
    severity: "names only",
    inverse: "path-parameter-renamed",
    text: ({ was, is }) => `the parameter ${was} of the path is now called ${is}`,
  }),
  "required-parameter-added": row({
    severity: "breaking",
    inverse: "required-parameter-removed",
    text: ({ part }) => `${part} is new and required`,
  }),
  "required-parameter-removed": row({
    severity: "breaking",
    inverse: "required-parameter-added",
    text: ({ part }) => `${part} is gone`,
  }),
  "optional-parameter-added": row({
    severity: "compatible",
    inverse: "optional-parameter-removed",
    text: ({ part }) => `${part} is new`,
  }),
  "optional-parameter-removed": row({
    severity: "breaking",
    inverse: "optional-parameter-added",
    text: ({ part }) => `${part} is gone`,
  }),
  "parameter-became-required": row({
    severity: "breaking",
    inverse: "parameter-became-optional",
    text: ({ part }) => `${part} is now required`,
  }),
  "parameter-became-optional": row({
    severity: "compatible",
    inverse: "parameter-became-required",
    text: ({ part }) => `${part} may now be left out`,
  }),
  "parameter-became-list": row({
    severity: "compatible",
    inverse: "parameter-no-longer-list",
    text: ({ part }) => `${part} now takes several values`,
  }),
  "parameter-no-longer-list": row({
    severity: "breaking",
    inverse: "parameter-became-list",
    text: ({ part }) => `${part} now takes one value only`,
  }),
  "parameter-moved": row({
    severity: "breaking",
    absorbed: true,
    inverse: "parameter-moved",
    text: ({ part, was, is }) => `${part} moved from the ${was} to the ${is}`,
  }),
  "parameter-style-changed": row({
    severity: "breaking",
    absorbed: true,
    inverse: "parameter-style-changed",
    text: ({ part, was, is }) => `${part} is written as ${is}, was ${was}`,
  }),
  "parameter-deprecated": row({
    severity: "documentation",
    inverse: "parameter-undeprecated",
    text: ({ part }) => `${part} is deprecated`,
  }),
  "parameter-undeprecated": row({
    severity: "documentation",
    inverse: "parameter-deprecated",
    text: ({ part }) => `${part} is no longer deprecated`,
  }),
  "required-body-added": row({
    severity: "breaking",
    inverse: "required-body-removed",
    text: () => "it now takes a body, which is required",
  }),
  "required-body-removed": row({
    severity: "breaking",
    inverse: "required-body-added",
    text: () => "it no longer takes a body",
  }),
  "optional-body-added": row({
    severity: "compatible",
    inverse: "optional-body-removed",
    text: () => "it now takes a body",
  }),
  "optional-body-removed": row({
    severity: "breaking",
    inverse: "optional-body-added",
    text: () => "it no longer takes a body",
  }),
  "body-became-required": row({
    severity: "breaking",
    inverse: "body-became-optional",
    text: () => "the body is now required",
  }),
  "body-became-optional": row({
    severity: "compatible",
    inverse: "body-became-required",
    text: () => "the body may now be left out",
  }),
  "media-type-added": row({
    severity: { request: "compatible", response: "compatible" },
    inverse: "media-type-removed",
    text: ({ part, is }) => `${part} may also be ${is}`,
  }),
  "media-type-removed": row({
    severity: { request: "breaking", response: "breaking" },
    inverse: "media-type-added",
    text: ({ part, was }) => `${part} can no longer be ${was}`,
  }),
  "status-widened": row({
    severity: "possibly breaking",
    inverse: "status-narrowed",
    text: ({ was, is }) => `it may answer ${is}, was ${was}`,
  }),
  "status-narrowed": row({
    severity: "compatible",
    inverse: "status-widened",
    text: ({ was, is }) => `it answers ${is}, was ${was}`,
  }),
  "success-status-added": row({
    severity: "compatible",
    inverse: "success-status-removed",
    text: ({ is }) => `it may answer ${is}`,
  }),
  "success-status-removed": row({
    severity: "breaking",
    inverse: "success-status-added",
    text: ({ was }) => `it no longer answers ${was}`,
  }),
  "error-status-added": row({
    severity: "compatible",
    inverse: "error-status-removed",
    text: ({ is }) => `it may fail with ${is}`,
  }),
  "error-status-removed": row({
    severity: "compatible",
    inverse: "error-status-added",
    text: ({ was }) => `it no longer fails with ${was}`,
  }),
  "answer-body-added": row({
    severity: "compatible",
    inverse: "answer-body-removed",
    text: ({ part }) => `${part} now has a body`,
  }),
  "answer-body-removed": row({
    severity: "breaking",
    inverse: "answer-body-added",
    text: ({ part }) => `${part} no longer has a body`,
  }),
  "required-header-added": row({
    severity: "compatible",
    inverse: "required-header-removed",
    text: ({ part }) => `${part} is new`,
  }),
  "required-header-removed": row({
    severity: "breaking",
    inverse: "required-header-added",
    text: ({ part }) => `${part} is gone`,
  }),
  "optional-header-added": row({
    severity: "compatible",
    inverse: "optional-header-removed",
    text: ({ part }) => `${part} is new`,
  }),
  "optional-header-removed": row({
    severity: "possibly breaking",
    inverse: "optional-header-added",
    text: ({ part }) => `${part} is gone`,
  }),
  "header-became-optional": row({
    severity: "breaking",
    inverse: "header-became-required",
    text: ({ part }) => `${part} may be missing`,
  }),
  "header-became-required": row({
    severity: "compatible",
    inverse: "header-became-optional",
    text: ({ part }) => `${part} is always there`,
  }),
  ...accessRules,
  "event-added": row({
    severity: "compatible",
    inverse: "event-removed",
    text: () => "the event is new",
  }),
  "event-removed": row({
    severity: "breaking",
    inverse: "event-added",
    text: () => "the event is gone",
  }),
  "documentation-changed": row({
    severity: "documentation",
    inverse: "documentation-changed",
    text: ({ part }) =>
      part === "it" ? "its documentation changed" : `the documentation of ${part} changed`,
  }),
  ...schemaRules,
} satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof rules;

/** What a rule means in one direction; a rule about neither means the same in all. */
export function severityOf(id: RuleId, direction: ChangeDirection): Severity {
  const { severity }: Rule = rules[id];
  if (typeof severity === "string") return severity;
  return direction === "both"
    ? [severity.request, severity.response].includes("breaking")
      ? "breaking"
      : "possibly breaking"
    : severity[direction];
}
