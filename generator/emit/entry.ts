import type { Api } from "../model.ts";
import { isStream } from "../responses.ts";
import type { Emitter } from "./emitter.ts";
import { Module } from "./module.ts";
import type { Specifier } from "./print/index.ts";

type Export = readonly [module: string, values: readonly string[], types: readonly string[]];

/** What every user of an SDK may name from its entry, besides the API's own. */
const RUNTIME: readonly Export[] = [
  ["runtime/api-error", ["ApiError"], []],
  ["runtime/auth", [], ["BasicCredential", "Credential"]],
  [
    "runtime/call",
    [],
    ["Call", "CallOptions", "Failure", "StatusRange", "Success", "UndocumentedStatus"],
  ],
  ["runtime/client", [], ["Middleware", "RuntimeOptions"]],
  ["runtime/connection-error", ["ConnectionError"], []],
  ["runtime/error-of", ["isErrorOf"], ["ErrorOf"]],
  ["runtime/json-value", [], ["JsonValue"]],
  ["runtime/paging", [], ["PagedCall"]],
  ["runtime/paging-error", ["PagingError"], []],
  ["runtime/timeout-error", ["TimeoutError"], []],
  ["runtime/unrecognized", [], ["Unrecognized", "UnrecognizedNumber"]],
];

/** What only some SDKs have a use for. */
const STREAMS: Export = ["runtime/stream", [], ["Stream", "StreamCall", "StreamOptions"]];
const HEADERS: Export = ["runtime/call", [], ["FailureWith", "ResponseHeaders", "SuccessWith"]];
const FRAMES: Export = ["runtime/frame-error", ["FrameError"], []];
const FILES: Export = ["runtime/multipart", [], ["Bytes", "FilePart"]];

function exportsOf({ operations }: Api): readonly Export[] {
  const contents = operations.flatMap(({ body, responses }) => [
    ...(body?.contents ?? []),
    ...responses.flatMap((response) => response.contents),
  ]);
  const kinds = new Set(contents.map(({ kind }) => kind));
  const streams = [...kinds].some(isStream);
  const files = operations.some(({ body }) =>
    body?.contents.some(({ kind }) => kind === "multipart"),
  );
  const headers = operations.some(({ responses }) =>
    responses.some((response) => response.headers.length > 0),
  );
  const more = [
    ...(headers ? [HEADERS] : []),
    ...(streams ? [FRAMES, STREAMS] : []),
    ...(files ? [FILES] : []),
  ];
  return [...RUNTIME, ...more];
}

/** `index.ts`: everything an SDK exports. */
export const emitEntry: Emitter = (api, layout, options) => {
  const module = new Module("index");
  const from = (path: string): string => `./${path}${options.importExtension}`;
  module.add({ kind: "exportAll", from: from("client") });
  const operations = api.resources.map(({ name }) => layout.operationsModule(name)).toSorted();
  for (const path of operations) module.add({ kind: "exportAll", from: from(path) });
  const types = [...new Set(api.declarations.map(({ id }) => layout.moduleOf(id)))].toSorted();
  for (const path of types) module.add({ kind: "exportAll", type: true, from: from(path) });
  if (api.webhooks.length > 0)
    module.add({ kind: "exportAll", type: true, from: from("incoming") });
  if (api.events !== undefined) module.add({ kind: "exportAll", from: from("events") });
  for (const [path, values, typeNames] of exportsOf(api)) {
    const specifiers: readonly Specifier[] = [
      ...values.map((name) => ({ name })),
      ...typeNames.map((name) => ({ name, type: true })),
    ];
    module.add({ kind: "export", from: from(path), specifiers });
  }
  const more = api.incomplete
    ? ["// Incomplete: parts of the document could not be read and are typed as unknown."]
    : [];
  return [module.print(options, more)];
};
