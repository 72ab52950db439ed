import { entry } from "./entry.ts";

/** What is wrong with what is read, before anybody knows that it is an API: documents, pages, overlays. */
export const inputProblems = {
  "document-not-found": entry<{ input: string; reason: string }>({
    severity: "error",
    exit: 5,
    message: ({ input, reason }) => `The document "${input}" was not found: ${reason}.`,
    help: () =>
      "Correct the path or the address; paths are relative to the current folder, or to the config that names them.",
  }),
  "document-unreadable": entry<{ input: string; reason: string }>({
    severity: "error",
    exit: 5,
    message: ({ input, reason }) => `The document "${input}" could not be read: ${reason}.`,
    help: () =>
      "Make it readable, or name another document; where it redirects, --allow or `network.allow` may name the origin.",
  }),
  "document-not-text": entry<{ input: string }>({
    severity: "error",
    message: ({ input }) => `The document "${input}" is not text in UTF-8 or UTF-16.`,
    help: () => "Save it as UTF-8; unpack it first if it is an archive.",
  }),
  "document-empty": entry({
    severity: "error",
    message: () => "The document is empty.",
    help: () =>
      "Save an OpenAPI document there, as JSON, YAML, or a docs page with a fenced block.",
  }),
  "document-is-html": entry({
    severity: "error",
    message: () => "This is a web page in HTML, not an OpenAPI document.",
    help: () =>
      "Name the address of the document itself; many docs sites give a page as Markdown when its address ends in .md.",
  }),
  "invalid-json": entry<{ problem: string }>({
    severity: "error",
    message: ({ problem }) => `This is not valid JSON: ${problem}.`,
    help: () => "Correct the text at this place.",
  }),
  "invalid-yaml": entry<{ problem: string }>({
    severity: "error",
    message: ({ problem }) => `This is not valid YAML: ${problem}.`,
    help: () =>
      "Correct the text at this place, or the line before it; YAML notices some mistakes late.",
  }),
  "duplicate-key": entry<{ key: string }>({
    severity: "warning",
    message: ({ key }) =>
      `The key "${key}" stands in this object a second time; the last one counts.`,
    help: () => "Remove or rename one of them.",
  }),
  "nested-too-deeply": entry<{ limit: number | undefined }>({
    severity: "error",
    message: ({ limit }) =>
      limit === undefined
        ? "References of the document form a chain of thousands, which is too long to follow."
        : `The document nests more than ${limit} levels deep.`,
    help: () => "Give the inner objects names under components and refer to them.",
  }),
  "alias-expansion": entry<{ problem: string }>({
    severity: "error",
    message: ({ problem }) => `The YAML aliases of the document ${problem}.`,
    help: () => "Replace aliases (*name) by references ($ref).",
  }),
  "page-without-document": entry({
    severity: "error",
    message: () => "The docs page has no fenced block with an OpenAPI document.",
    help: () => "Name a page whose block begins with `openapi:`, or the OpenAPI document itself.",
  }),
  "page-with-several-documents": entry<{ count: number }>({
    severity: "error",
    message: ({ count }) =>
      `The docs page has ${count} fenced OpenAPI documents; here begins the second.`,
    help: () => "Merge them with `deckhand extract PAGE --output FILE` and name that file.",
  }),
  "overlay-invalid": entry<{ problem: string }>({
    severity: "error",
    message: ({ problem }) => `The overlay can not be applied: ${problem}.`,
    help: () => "docs/overlays.md says what an overlay may hold.",
  }),
  "overlay-for-another": entry<{ meant: string; document: string }>({
    severity: "warning",
    message: ({ meant, document }) =>
      `The overlay is for ${meant}, by its \`extends\`, and is applied to "${document}".`,
    help: () => "Correct `extends`, or list the overlay where that document is the input.",
  }),
  "overlay-no-match": entry<{ target: string; nearest: string | undefined }>({
    severity: "warning",
    message: ({ target }) =>
      `Nothing in the document matches "${target}", so this action does nothing.`,
    help: ({ nearest }) =>
      nearest === undefined
        ? "Correct the target, or remove the action if the document has caught up."
        : `The nearest match is ${nearest}; remove the action if the document has caught up.`,
  }),
};
