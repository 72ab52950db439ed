import type { Module } from "./module.ts";
import type { IdentifierValue, ReferenceType, TypeNode } from "./print/index.ts";
import { reference } from "./type-nodes.ts";
import { identifier } from "./value-nodes.ts";

/** Where the runtime keeps what generated types and operations name. The only place that knows. */
const MODULES = {
  call: "call",
  Call: "call",
  CallOptions: "call",
  Operation: "call",
  Success: "call",
  Failure: "call",
  SuccessWith: "call",
  FailureWith: "call",
  ResponseHeaders: "call",
  UndocumentedStatus: "call",
  StatusRange: "call",
  paged: "paging",
  PagedCall: "paging",
  Pages: "paging",
  byCursor: "paging",
  byBodyCursor: "paging-styles",
  byLastItem: "paging-styles",
  byOffset: "paging-styles",
  byPageNumber: "paging-styles",
  byNextLink: "paging-styles",
  streamed: "stream",
  StreamCall: "stream",
  Stream: "stream",
  StreamOptions: "stream",
  streamable: "streamable",
  StreamableCall: "streamable",
  Streaming: "streamable",
  readEvents: "events",
  readServerSentEvents: "events",
  readJsonEvents: "events",
  readJsonLines: "json-lines",
  fillPath: "path",
  labelPath: "path",
  matrixPath: "path",
  writeQuery: "query-styles",
  repeated: "query-styles",
  commaSeparated: "query-styles",
  spaceSeparated: "query-styles",
  pipeSeparated: "query-styles",
  tabSeparated: "query-styles",
  deepObject: "query-styles",
  jsonContent: "query-styles",
  writeHeaders: "write",
  writeCookies: "write",
  writeQuerystring: "write",
  writeIdempotencyKey: "idempotency",
  jsonBody: "body",
  textBody: "body",
  rawBody: "body",
  chosenBody: "body",
  urlencodedBody: "urlencoded",
  urlencoded: "urlencoded",
  jsonInUrl: "json-in-url",
  textInUrl: "text-in-url",
  jsonLinesBody: "json-lines-body",
  multipartBody: "multipart",
  Bytes: "multipart",
  FilePart: "multipart",
  readJson: "read-json",
  readText: "decode",
  readBlob: "decode",
  readNothing: "decode",
  decodeByType: "decode",
  JsonValue: "json-value",
  Unrecognized: "unrecognized",
  UnrecognizedNumber: "unrecognized",
} as const;

export type RuntimeSymbol = keyof typeof MODULES;

export const RUNTIME_SYMBOLS = Object.keys(MODULES) as readonly RuntimeSymbol[];

/** Made once: a module is named for every symbol of every operation. */
const PATHS = Object.fromEntries(
  Object.entries(MODULES).map(([symbol, module]) => [symbol, `runtime/${module}`]),
) as Readonly<Record<RuntimeSymbol, string>>;

/** A type of the runtime, imported by being named. */
export function runtimeType(
  symbol: RuntimeSymbol,
  module: Module,
  typeArguments?: readonly TypeNode[],
): ReferenceType {
  return reference(module.type(symbol, PATHS[symbol]), typeArguments);
}

/** A value of the runtime, imported likewise. */
export function runtimeValue(symbol: RuntimeSymbol, module: Module): IdentifierValue {
  return identifier(module.value(symbol, PATHS[symbol]));
}
