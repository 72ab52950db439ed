import type { Content, ContentKind, Operation, PartEncoding, RequestBody } from "../../model.ts";
import type { Module } from "../module.ts";
import type { ObjectMember, ValueNode } from "../print/index.ts";
import { runtimeValue, type RuntimeSymbol } from "../runtime-symbols.ts";
import { flag, member, objectOf, text } from "../value-nodes.ts";
import type { Described } from "./described.ts";

const ENCODERS: Readonly<Record<ContentKind, RuntimeSymbol>> = {
  json: "jsonBody",
  urlencoded: "urlencodedBody",
  multipart: "multipartBody",
  text: "textBody",
  binary: "rawBody",
  xml: "textBody",
  eventStream: "textBody",
  jsonLines: "jsonLinesBody",
};

/** The media types that the encoders set by themselves. */
const DEFAULTS: Partial<Readonly<Record<ContentKind, string>>> = {
  json: "application/json",
  urlencoded: "application/x-www-form-urlencoded",
  multipart: "multipart/form-data",
  text: "text/plain",
  binary: "application/octet-stream",
};

/** What writes the body, for the list of all that writes to the request. */
export function bodyWriter(body: RequestBody): RuntimeSymbol {
  const [first] = body.contents;
  return first === undefined || isChosen(body) ? "chosenBody" : ENCODERS[first.kind];
}

/** True where a caller may say as which media type the body is sent. */
export function isChosen({ contents }: RequestBody): boolean {
  return contents.length > 1 || contents.some((content) => choicesOf(content).length > 1);
}

/** The media types of a content that a caller may name. All that is JSON is the same JSON. */
export function choicesOf({ kind, mediaType, others }: Content): readonly string[] {
  return kind === "json" ? [mediaType] : [mediaType, ...others];
}

/** What the writer of the body must know, and what makes sending it twice safe. */
export function describeBody(
  { body, idempotencyHeader }: Operation,
  module: Module,
): readonly Described[] {
  const idempotency =
    idempotencyHeader === undefined ? undefined : member("idempotencyKey", text(idempotencyHeader));
  const first = body?.contents[0];
  if (body === undefined || first === undefined) return [idempotency];
  const about = isChosen(body)
    ? member("bodies", choices(body.contents, module))
    : contentType(first);
  return [idempotency, about, parts(body.contents, module)];
}

function encoder({ kind }: Content, module: Module): ValueNode {
  return runtimeValue(ENCODERS[kind], module);
}

function contentType({ kind, mediaType }: Content): Described {
  return DEFAULTS[kind] === mediaType ? undefined : member("contentType", text(mediaType));
}

function choices(contents: readonly Content[], module: Module): ValueNode {
  return objectOf(
    contents.flatMap((content) =>
      choicesOf(content).map((type) => member(type, encoder(content, module))),
    ),
  );
}

/** OpenAPI 3.1, 4.8.15: how single fields of a form are written. Two forms of one body need other words on a field. */
function parts(contents: readonly Content[], module: Module): Described {
  const described = new Map<string, ObjectMember[]>();
  for (const { kind, encodings } of contents) {
    if (kind !== "multipart" && kind !== "urlencoded") continue;
    for (const encoding of encodings) {
      const words = kind === "multipart" ? partWords(encoding) : fieldWords(encoding, module);
      const known = described.get(encoding.property) ?? [];
      described.set(encoding.property, [...known, ...words]);
    }
  }
  const fields = [...described].filter(([, words]) => words.length > 0);
  if (fields.length === 0) return undefined;
  const members = fields.map(([property, words]) => member(property, objectOf(words)));
  return member("parts", objectOf(members));
}

function partWords(encoding: PartEncoding): readonly ObjectMember[] {
  const { contentType: type } = encoding;
  const style = styleOf(encoding);
  return [
    // A list of types or a wildcard leaves the choice to the value itself.
    ...(type === undefined || /[*,]/.test(type) ? [] : [member("contentType", text(type))]),
    ...(style === undefined ? [] : separator(style)),
  ];
}

function fieldWords(encoding: PartEncoding, module: Module): readonly ObjectMember[] {
  const style = styleOf(encoding);
  return [
    ...(style === undefined ? [] : [member("style", runtimeValue(style, module))]),
    ...(encoding.allowReserved ? [member("allowReserved", flag(true))] : []),
  ];
}

/** Parts are not percent-encoded; the items of a list are parts of their own unless something joins them. */
function separator(style: RuntimeSymbol): readonly ObjectMember[] {
  const between = SEPARATORS[style];
  return between === undefined ? [] : [member("separator", text(between))];
}

const SEPARATORS: Partial<Readonly<Record<RuntimeSymbol, string>>> = {
  commaSeparated: ",",
  spaceSeparated: " ",
  tabSeparated: "\t",
  pipeSeparated: "|",
};

function styleOf({ style, explode }: PartEncoding): RuntimeSymbol | undefined {
  if (style === undefined && explode === undefined) return undefined;
  if (style === "deepObject") return "deepObject";
  if (explode ?? (style ?? "form") === "form") return "repeated";
  if (style === "spaceDelimited") return "spaceSeparated";
  if (style === "tabDelimited") return "tabSeparated";
  return style === "pipeDelimited" ? "pipeSeparated" : "commaSeparated";
}
