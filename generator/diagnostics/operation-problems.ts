import { entry } from "./entry.ts";

/** What is wrong with operations, their parameters, bodies, servers and security. */
export const operationProblems = {
  "xml-body": entry<{ mediaType: string }>({
    severity: "info",
    message: ({ mediaType }) =>
      `Bodies of ${mediaType} are passed as text; the schema is documentation only.`,
    help: () => "Parse it with an XML library of your choice.",
  }),
  "text-part": entry<{ name: string; mediaType: string }>({
    severity: "info",
    message: ({ name, mediaType }) =>
      `The part "${name}" travels as ${mediaType} and is passed as text; its schema is documentation only.`,
    help: () => "Write it with a library of your choice.",
  }),
  "form-answer": entry<{ mediaType: string; as: string }>({
    severity: "info",
    message: ({ mediaType, as }) =>
      `Answers of ${mediaType} are passed as ${as}; the schema is documentation only.`,
    help: () => "Take it apart with a library of your choice.",
  }),
  "skipped-media-type": entry<{ mediaType: string }>({
    severity: "info",
    message: ({ mediaType }) => `${mediaType} stands beside JSON; the SDK speaks JSON.`,
    help: () => "Nothing to do.",
  }),
  "invalid-parameter": entry<{ name: string }>({
    severity: "warning",
    message: ({ name }) => `The parameter "${name}" has no name or no place, so it is left out.`,
    help: () => "Give it `name` and `in` (path, query, header, cookie).",
  }),
  "ignored-header-parameter": entry<{ name: string }>({
    severity: "info",
    message: ({ name }) =>
      `The header parameter "${name}" is left out: OpenAPI leaves it to media types and security.`,
    help: () => "Nothing to do; a caller can still give it in `options.headers`.",
  }),
  "webhook-parameter": entry<{ name: string }>({
    severity: "info",
    message: ({ name }) =>
      `"${name}" of this incoming request has no type: it is no header and no text in the query.`,
    help: () => "Read it from the request that your server receives.",
  }),
  "invalid-style": entry<{ style: string; place: string }>({
    severity: "warning",
    message: ({ style, place }) =>
      `A ${place} parameter cannot have the style "${style}"; the usual one is taken.`,
    help: () => "See the table of styles in the OpenAPI specification.",
  }),
  "server-without-value": entry<{ name: string; url: string }>({
    severity: "warning",
    message: ({ name, url }) => `The server "${url}" has a variable without a value: "${name}".`,
    help: () => "Give it a `default` under `variables`; callers have to pass `baseUrl` otherwise.",
  }),
  "server-without-host": entry({
    severity: "info",
    message: () =>
      "The document names no host for the API's server, so clients outside of browsers need `baseUrl`.",
    help: () =>
      "Name it in the document or an overlay (`servers`, in Swagger 2.0 `host`), or in each createClient.",
  }),
  "parameter-as-text": entry<{ mediaType: string }>({
    severity: "info",
    message: ({ mediaType }) =>
      `A parameter travels as ${mediaType}; its value is a text, the schema is documentation only.`,
    help: () => "Pass the serialised value; parameters travel as JSON or by a style otherwise.",
  }),
  "form-beside-body": entry<{ name: string }>({
    severity: "warning",
    message: ({ name }) =>
      `The form field "${name}" stands beside a body parameter, so it is left out.`,
    help: () => "Keep one of the two; Swagger 2.0 allows no request to have both.",
  }),
  "body-without-content": entry({
    severity: "warning",
    message: () => "A request body has no `content`, so it is left out.",
    help: () => "Put its media types under `content`, each with a `schema`.",
  }),
  "body-left-out": entry<{ method: string }>({
    severity: "info",
    message: ({ method }) =>
      `A ${method} request cannot carry a body through fetch, so the SDK has none for it.`,
    help: () => "Nothing to do if the API works without; else give the operation another method.",
  }),
  "unknown-method": entry<{ method: string; suggestion: string | undefined }>({
    severity: "warning",
    message: ({ method }) => `"${method}" is nothing that a path can have, so it is left out.`,
    help: ({ suggestion }) =>
      suggestion === undefined
        ? "Methods of other names stand under `additionalOperations`, and `tags` in each operation."
        : `Did you mean "${suggestion}"?`,
  }),
  "invalid-path": entry<{ path: string }>({
    severity: "warning",
    message: ({ path }) => `The path "${path}" does not begin with a slash, so it is left out.`,
    help: () => "Write it as a path below the server's URL.",
  }),
  "unused-path-parameter": entry<{ name: string; path: string }>({
    severity: "warning",
    message: ({ name, path }) =>
      `The path parameter "${name}" does not stand in "${path}", so it is left out.`,
    help: () => "Correct the name, or put it into the path in braces.",
  }),
  "undeclared-path-parameter": entry<{ name: string; path: string }>({
    severity: "warning",
    message: ({ name, path }) =>
      `The path "${path}" has "{${name}}", which is not declared; it is taken as text.`,
    help: () => "Declare it under `parameters` with `in: path`.",
  }),
  "invalid-status": entry<{ status: string }>({
    severity: "warning",
    message: ({ status }) => `"${status}" is no status of a response, so it is left out.`,
    help: () => "Use a number such as 200, a range such as 4XX, or default.",
  }),
  "duplicate-operation-id": entry<{ id: string; name: string }>({
    severity: "warning",
    message: ({ id, name }) =>
      `The operationId "${id}" is taken; this operation is called "${name}".`,
    help: () => "Give each operation an id of its own.",
  }),
  renamed: entry<{ from: string; to: string }>({
    severity: "info",
    message: ({ from, to }) =>
      `"${from}" is called "${to}" in the SDK, because its own name is taken.`,
    help: () => "Nothing to do, or rename it in the document.",
  }),
  "unsupported-security": entry<{ name: string; type: string }>({
    severity: "info",
    message: ({ name, type }) =>
      `The security scheme "${name}" (${type}) is nothing that the SDK can apply.`,
    help: () => "Set what it needs with `headers` or `middleware` of the client.",
  }),
  "security-unstated": entry({
    severity: "info",
    message: () =>
      "No operation says which credentials it needs; those that a client has are sent.",
    help: () => "Say it in the document or an overlay: `security`, at the top or in operations.",
  }),
  "unknown-security-scheme": entry<{ scheme: string }>({
    severity: "warning",
    message: ({ scheme }) =>
      `No security scheme is called "${scheme}", so this alternative is left out.`,
    help: () => "Define it under components.securitySchemes.",
  }),
  "pagination-no-match": entry<{ problem: string; suggestion: string | undefined }>({
    severity: "warning",
    message: ({ problem }) =>
      `What the configuration says of a list does not fit the document: ${problem}.`,
    help: ({ suggestion }) =>
      suggestion === undefined
        ? "Correct it, or remove it if the document has changed."
        : `Did you mean "${suggestion}"?`,
  }),
};
