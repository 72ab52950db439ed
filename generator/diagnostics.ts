import { type Entry, entry, type ExitCode, type Severity } from "./diagnostics/entry.ts";
import { pullProblems } from "./diagnostics/pull-problems.ts";
import { releaseProblems } from "./diagnostics/release-problems.ts";
import type { Source } from "./source.ts";

/**
 * Problems in what the user gave us. A diagnostic is data: a stable code, one sentence, a place, one line of help.
 * Broken promises of our own are exceptions instead.
 */

export type { ExitCode, Severity };

/** A value inside a source. Line and column are computed only when somebody prints it. */
export interface Place {
  readonly source: Source;
  /** JSON pointer of the value (RFC 6901), `""` for the whole document. */
  readonly pointer: string;
}

export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** One sentence that names the thing; already free of control characters when printed. */
  readonly message: string;
  /** What to do about it, one line. */
  readonly help: string;
  readonly at: Place | undefined;
}

/** The catalogue: one row a code, explained for users in docs/diagnostics.md. */
export const catalogue = {
  "config-not-found": entry<{ path: string }>({
    severity: "error",
    exit: 2,
    message: ({ path }) => `The configuration "${path}" was not found or can not be read.`,
    help: () =>
      "Correct the path after --config, or leave it out to use deckhand.config.ts of the current folder.",
  }),
  "config-failed": entry<{ reason: string }>({
    severity: "error",
    exit: 2,
    message: ({ reason }) => `The configuration could not be read: ${reason}.`,
    help: () => 'Correct it; `export default { input: "...", output: "..." }` is all it needs.',
  }),
  "config-needs-newer-node": entry({
    severity: "error",
    exit: 2,
    message: () =>
      "This configuration is more than plain data, and this version of Node can not run TypeScript.",
    help: () => "Write plain data, rename it to deckhand.config.mjs, or use Node 22.18 or later.",
  }),
  "config-unknown-key": entry<{ key: string; suggestion: string | undefined }>({
    severity: "error",
    exit: 2,
    message: ({ key }) => `The configuration has no option "${key}".`,
    help: ({ suggestion }) =>
      suggestion === undefined
        ? "docs/config.md lists the options."
        : `Did you mean "${suggestion}"?`,
  }),
  "config-wrong-value": entry<{ key: string; expected: string }>({
    severity: "error",
    exit: 2,
    message: ({ key, expected }) =>
      key === ""
        ? `The configuration must be ${expected}.`
        : `The option "${key}" must be ${expected}.`,
    help: () => "docs/config.md says what each option means.",
  }),
  "config-missing-key": entry<{ key: string }>({
    severity: "error",
    exit: 2,
    message: ({ key }) => `The option "${key}" is missing.`,
    help: () => "docs/config.md says what each option means.",
  }),
  "config-not-shared": entry<{ key: string }>({
    severity: "error",
    exit: 2,
    message: ({ key }) => `The option "${key}" can not stand beside "inputs".`,
    help: () => "Move it into the entries of `inputs`: each document has its own.",
  }),
  "outputs-overlap": entry<{ output: string; other: string }>({
    severity: "error",
    exit: 2,
    message: ({ output, other }) =>
      output === other
        ? `Two inputs are written into "${output}".`
        : `The outputs "${output}" and "${other}" of two inputs are one in the other.`,
    help: () => "Give each entry of `inputs` an `output` of its own.",
  }),
  "input-not-listed": entry<{ wanted: string; suggestion: string | undefined }>({
    severity: "error",
    exit: 2,
    message: ({ wanted }) => `No entry of "inputs" has "${wanted}".`,
    help: ({ suggestion }) =>
      suggestion === undefined
        ? "With `inputs`, --input and --output pick the entries that have them."
        : `Did you mean "${suggestion}"?`,
  }),
  "already-there": entry<{ path: string }>({
    severity: "error",
    exit: 2,
    message: ({ path }) => `"${path}" is already there, and init overwrites nothing.`,
    help: () => "Move it away, or choose other options; nothing was written.",
  }),
  "input-missing": entry({
    severity: "error",
    exit: 2,
    message: () =>
      "There is no document to work on: neither --input nor a configuration names one.",
    help: () =>
      "Run `deckhand generate --input FILE --output FOLDER`, or name both in deckhand.config.ts.",
  }),
  "output-missing": entry({
    severity: "error",
    exit: 2,
    message: () =>
      "There is no folder to write into: neither --output nor the configuration names one.",
    help: () => "Add --output FOLDER, or `output` to the configuration.",
  }),
  "lock-invalid": entry<{ problem: string }>({
    severity: "error",
    exit: 2,
    message: ({ problem }) => `The lock can not be used: ${problem}.`,
    help: () =>
      "Correct this line, or take the file back from version control; it keeps the names of the SDK.",
  }),
  "lock-newer": entry<{ version: number }>({
    severity: "error",
    exit: 2,
    message: ({ version }) => `A newer Deckhand wrote this lock (lockVersion ${version}).`,
    help: () => "Update Deckhand; an older one could lose what the newer one wrote down.",
  }),
  "lock-conflict": entry<{ problem: string }>({
    severity: "error",
    exit: 2,
    message: ({ problem }) =>
      `The lock has conflict markers that can not be resolved by themselves: ${problem}.`,
    help: () =>
      "Keep one of the two lines, and of everything else the lines of both sides; then run `deckhand generate`.",
  }),
  "lock-merged": entry({
    severity: "warning",
    message: () => "The lock has conflict markers; the names of both sides are kept.",
    help: () => "`deckhand generate` writes it without them, with the hashes of the merged files.",
  }),
  "lock-missing": entry<{ path: string; folder: string }>({
    severity: "warning",
    message: ({ path, folder }) =>
      `"${path}" does not have the names of the SDK in "${folder}", so all of them are made anew.`,
    help: () => "Take it back from version control, or run `deckhand generate` and commit it.",
  }),
  "name-kept": entry<{ from: string; to: string }>({
    severity: "info",
    message: ({ from, to }) => `"${from}" keeps the name "${to}" that it has in the lock.`,
    help: () => "Nothing to do; to take the new name, remove its line from the lock.",
  }),
  "staged-unavailable": entry<{ reason: string }>({
    severity: "error",
    exit: 5,
    message: ({ reason }) => `What is staged can not be read: ${reason}.`,
    help: () => "Run this inside of a git repository, or leave --staged out.",
  }),
  "interrupted-run": entry<{ folder: string }>({
    severity: "warning",
    message: ({ folder }) => `A run was interrupted while it was writing "${folder}".`,
    help: () => "Run `deckhand generate`; it finishes what was begun.",
  }),
  "wrong-option-value": entry<{ option: string; value: string; expected: readonly string[] }>({
    severity: "error",
    exit: 2,
    message: ({ option, value }) => `The option ${option} does not know "${value}".`,
    help: ({ expected }) => `It takes ${expected.join(" or ")}.`,
  }),
  "same-document": entry<{ input: string }>({
    severity: "warning",
    message: ({ input }) => `Both sides are one document, "${input}": nothing can differ.`,
    help: () => "Name what it was before, such as HEAD:spec/v2.json or deck-sdk@1.2.0.",
  }),
  "unrelated-documents": entry<{ old: string; new: string }>({
    severity: "error",
    exit: 2,
    message: (about) =>
      `"${about.old}" and "${about.new}" have hardly an operation in common: they are two APIs.`,
    help: () => "Name two versions of one document, or of one package.",
  }),
  "sources-missing": entry({
    severity: "error",
    exit: 2,
    message: () => "There is nothing to pull: the configuration names no `sources`.",
    help: () =>
      'Add `sources: [{ from: "https://...", to: "spec/openapi.json" }]`; docs/pull.md says more.',
  }),
  "credential-missing": entry<{ variable: string }>({
    severity: "error",
    exit: 2,
    message: ({ variable }) =>
      `The environment variable "${variable}", which the configuration names, is not set.`,
    help: () => "Set it where the command runs, or remove it from `network.credentials`.",
  }),
  ...pullProblems,
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
    help: () => "Name a JSON, YAML or Markdown file; unpack it first if it is an archive.",
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
  "foreign-file": entry<{ path: string }>({
    severity: "error",
    exit: 5,
    message: ({ path }) => `The file "${path}" was not written by Deckhand, so it is not replaced.`,
    help: () => "Move or delete it, or choose another place.",
  }),
  "output-leaves-folder": entry<{ path: string }>({
    severity: "error",
    exit: 5,
    message: ({ path }) =>
      `The symbolic link "${path}" leads out of the output folder, so nothing was written.`,
    help: () => "Remove the link, or name the folder that it leads to as the output.",
  }),
  "output-unwritable": entry<{ folder: string; reason: string }>({
    severity: "error",
    exit: 5,
    message: ({ folder, reason }) => `The output "${folder}" could not be written: ${reason}.`,
    help: () =>
      "Nothing was lost; correct this, or choose another place with --output, and run the command again.",
  }),
  "output-busy": entry<{ folder: string }>({
    severity: "error",
    exit: 5,
    message: ({ folder }) => `Another run is just writing the output folder "${folder}".`,
    help: () => "Wait until it is done, then run the command again.",
  }),
  "incomplete-output": entry<{ folder: string }>({
    severity: "error",
    message: ({ folder }) =>
      `A part of the document could not be read, so the whole output in "${folder}" was kept as it was.`,
    help: () =>
      "Correct the errors above; to take the incomplete output all the same, choose another folder.",
  }),
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
  "circular-ref": entry<{ ref: string }>({
    severity: "error",
    message: ({ ref }) =>
      `The reference "${ref}" leads back to itself, so its place is typed as unknown.`,
    help: () => "Let one of the references name a schema of its own.",
  }),
  "circular-schema": entry<{ name: string }>({
    severity: "warning",
    message: ({ name }) =>
      `The schema "${name}" consists of itself; the reference that closes the circle is left out.`,
    help: () => "Let a base not list its heirs in `oneOf`, or the heirs not name it in `allOf`.",
  }),
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
  "body-left-out": entry<{ method: string }>({
    severity: "info",
    message: ({ method }) =>
      `A ${method} request cannot carry a body through fetch, so the SDK has none for it.`,
    help: () => "Nothing to do if the API works without; else give the operation another method.",
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
  "unknown-security-scheme": entry<{ scheme: string }>({
    severity: "warning",
    message: ({ scheme }) =>
      `No security scheme is called "${scheme}", so this alternative is left out.`,
    help: () => "Define it under components.securitySchemes.",
  }),
  "events-page-without-tables": entry({
    severity: "error",
    message: () => "This page has no table that lists event types.",
    help: () =>
      "Name the page whose tables have rows such as `agent.created`, or list the types in the config (events.types).",
  }),
  "event-type-malformed": entry<{ type: string }>({
    severity: "warning",
    message: ({ type }) =>
      `"${type}" is no event type, because it is not an object and an action with a dot between them.`,
    help: () =>
      "Write it as `object.action`, for example `agent.created`. Until then, this row is left out.",
  }),
  "event-type-repeated": entry<{ type: string }>({
    severity: "warning",
    message: ({ type }) => `The event type "${type}" is listed a second time.`,
    help: () => "Remove one of the two rows; the first one counts.",
  }),
  "event-type-unlisted": entry<{ type: string; source: string }>({
    severity: "warning",
    message: ({ type, source }) =>
      `The document knows the event type "${type}", but ${source} does not list it.`,
    help: () => "Add it there. The SDK has the type, without a word on when it is sent.",
  }),
  "event-type-undocumented": entry<{ type: string; suggestion?: string | undefined }>({
    severity: "warning",
    message: ({ type }) =>
      `The event type "${type}" is not one of those that the document's enum allows.`,
    help: ({ suggestion }) =>
      suggestion === undefined
        ? "Correct it, or add it to the enum. The SDK has the type."
        : `Did you mean "${suggestion}"?`,
  }),
  "event-envelope-guessed": entry<{ name: string }>({
    severity: "info",
    message: ({ name }) =>
      `The schema "${name}" looks like the one that carries events, so it is typed as their union.`,
    help: ({ name }) =>
      `Write \`events: { envelope: "${name}" }\` into the config to make it certain, or name another schema.`,
  }),
  "event-envelope-not-found": entry<{ name: string; suggestion?: string | undefined }>({
    severity: "error",
    exit: 2,
    message: ({ name }) =>
      `The config names "${name}" in \`events\`, but the document has no object schema of that name with a string for the type.`,
    help: ({ suggestion }) =>
      suggestion === undefined
        ? "Name a schema under components/schemas."
        : `Did you mean "${suggestion}"?`,
  }),
  "events-without-type": entry({
    severity: "warning",
    message: () =>
      "The bodies of these webhooks do not say their type, so the SDK can not verify and dispatch deliveries by itself.",
    help: () =>
      "Give each body a property of its own constant value, or remove `events.signature` from the config.",
  }),
  "event-envelope-unknown": entry({
    severity: "info",
    message: () =>
      "No schema of the document looks like the one that carries events, so no operation gives them.",
    help: () => "Name it in the config (events.envelope), if there is one.",
  }),
  ...releaseProblems,
};

export type DiagnosticCode = keyof typeof catalogue;
export type About<C extends DiagnosticCode> = Parameters<(typeof catalogue)[C]["message"]>[0];

/** Collects what the stages find. The only mutable thing they share. */
export class Diagnostics {
  readonly list: Diagnostic[] = [];

  readonly #known = new Set<string>();

  /** Notes a problem, once a place: shared parts of a document are read as often as they are used. */
  report<C extends DiagnosticCode>(code: C, at: Place | undefined, about: About<C>): void {
    const diagnostic = diagnose(code, at, about);
    const key = `${code} ${at?.source.name ?? ""} ${at?.pointer ?? ""} ${diagnostic.message}`;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.list.push(diagnostic);
  }

  get hasErrors(): boolean {
    return this.list.some((diagnostic) => diagnostic.severity === "error");
  }
}

/** Makes one diagnostic from its catalogue row. */
export function diagnose<C extends DiagnosticCode>(
  code: C,
  at: Place | undefined,
  about: About<C>,
): Diagnostic {
  const row = catalogue[code] as Entry<About<C>>;
  const place = at?.source.origin?.(at.pointer) ?? at;
  return {
    code,
    severity: row.severity,
    message: row.message(about),
    help: row.help(about),
    at: place,
  };
}

/** Ends a command: the work can not go on, for the reasons in `diagnostics`. Printed, never shown as a stack trace. */
export class Failure extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((diagnostic) => diagnostic.message).join("\n"));
    this.name = "Failure";
    this.diagnostics = diagnostics;
  }
}

/** Ends the command with one diagnostic. */
export function fail<C extends DiagnosticCode>(
  code: C,
  at: Place | undefined,
  about: About<C>,
): never {
  throw new Failure([diagnose(code, at, about)]);
}

export function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === "error";
}

/** The exit code of a command that met these: that of the first error, 0 without any. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  const first = diagnostics.find(isError);
  if (first === undefined) return 0;
  const row: { readonly exit?: ExitCode } = catalogue[first.code];
  return row.exit ?? 4;
}
