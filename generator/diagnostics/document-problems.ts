import { entry } from "./entry.ts";

const ARTICLES: Readonly<Record<string, string>> = {
  object: "an object",
  list: "a list",
  text: "a text",
  number: "a number",
  boolean: "a boolean",
};

/** What is wrong with a document as a whole and with its references. */
export const documentProblems = {
  "no-excerpts": entry<{ inputs: string }>({
    severity: "error",
    message: ({ inputs }) => `No page in ${inputs} has a fenced block with an OpenAPI document.`,
    help: () => "Name pages whose block begins with `openapi:`.",
  }),
  "not-openapi": entry<{ found: string | undefined }>({
    severity: "error",
    message: ({ found }) =>
      found === undefined
        ? "This is not an OpenAPI document: it has neither `openapi` nor `swagger` at the top."
        : `This is ${found}, not an OpenAPI document.`,
    help: () => 'An OpenAPI document begins with its version, as in `"openapi": "3.1.1"`.',
  }),
  "unsupported-version": entry<{ keyword: string; version: string }>({
    severity: "error",
    message: ({ keyword, version }) =>
      `The version "${version}" of \`${keyword}\` is not supported.`,
    help: () => "Use OpenAPI 3.0, 3.1 or 3.2, or Swagger 2.0.",
  }),
  "unresolved-ref": entry<{ ref: string; suggestion?: string | undefined }>({
    severity: "error",
    message: ({ ref }) => `The reference "${ref}" leads nowhere, so its place is typed as unknown.`,
    help: ({ suggestion }) =>
      suggestion === undefined
        ? "Correct the reference, or add what it names."
        : `Did you mean "${suggestion}"?`,
  }),
  "ref-from-schema": entry<{ ref: string; pointer: string }>({
    severity: "warning",
    message: ({ ref }) =>
      `The reference "${ref}" names nothing in the document; it is read from the start of its schema.`,
    help: ({ pointer }) => `Write "${pointer}", or give the schema an "$id".`,
  }),
  "unresolved-external-ref": entry<{ ref: string; reason: string | undefined }>({
    severity: "warning",
    message: ({ ref, reason }) =>
      `The reference "${ref}" leads nowhere${reason === undefined ? "" : ` (${reason})`}, so its place is typed as unknown.`,
    help: () => "Add the document or correct the reference; with --strict this stops the run.",
  }),
  "reference-to-other-kind": entry<{ ref: string; found: string; needed: string }>({
    severity: "warning",
    message: ({ ref, found, needed }) =>
      `The reference "${ref}" leads to one of \`${found}\`, where one of \`${needed}\` is needed, so it is left out.`,
    help: ({ found, needed }) =>
      needed === "schemas"
        ? `Refer to the schema inside of it, or move that to \`components.schemas\`.`
        : found === "schemas"
          ? `Put one that holds the schema into \`components.${needed}\`, and refer to that.`
          : `Refer to one of \`components.${needed}\`.`,
  }),
  "invalid-value": entry<{ keyword: string; found: string; expected: "object" | "list" }>({
    severity: "warning",
    message: ({ keyword, found, expected }) =>
      `\`${keyword}\` has to be ${ARTICLES[expected]} and is ${ARTICLES[found] ?? found}, so it is left out.`,
    help: ({ expected }) =>
      expected === "list"
        ? "Write it as a list, even of one: `[...]`, or lines that begin with a dash."
        : "Write it as an object, with a name for each of its members.",
  }),
  "misplaced-keyword": entry<{ keyword: string; instead: string }>({
    severity: "warning",
    message: ({ keyword }) => `\`${keyword}\` means nothing here, so it is left out.`,
    help: ({ instead }) => `This version of OpenAPI has it in \`${instead}\`.`,
  }),
  "misspelt-keyword": entry<{ keyword: string; suggestion: string }>({
    severity: "warning",
    message: ({ keyword }) => `OpenAPI has no keyword "${keyword}" here, so it is left out.`,
    help: ({ suggestion }) => `Did you mean "${suggestion}"?`,
  }),
  "circular-ref": entry<{ ref: string }>({
    severity: "error",
    message: ({ ref }) =>
      `The reference "${ref}" leads back to itself, so nothing is read from it.`,
    help: () => "Let one of the references lead to what all of them mean.",
  }),
  "circular-schema": entry<{ name: string }>({
    severity: "warning",
    message: ({ name }) =>
      `The schema "${name}" consists of itself; the reference that closes the circle is left out.`,
    help: () => "Let a base not list its heirs in `oneOf`, or the heirs not name it in `allOf`.",
  }),
};
