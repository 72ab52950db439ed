import type { Content, ContentKind, Operation, PartEncoding, RequestBody } from "../../model.ts";
import type { Module } from "../module.ts";
import type { ObjectMember, ValueNode } from "../print/index.ts";
import type { RuntimeSymbol } from "../runtime-symbols.ts";
import { flag, member, objectOf, runtimeValue, text } from "./data.ts";

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
export function bodyWriter({ contents }: RequestBody): RuntimeSymbol {
  const [first, ...others] = contents;
  return first === undefined || others.length > 0 ? "chosenBody" : ENCODERS[first.kind];
}

/** What the writer of the body must know, and what makes sending it twice safe. */
export function describeBody(
  { body, idempotencyHeader }: Operation,
  module: Module,
): readonly ObjectMember[] {
  const idempotency =
    idempotencyHeader === undefined ? [] : [member("idempotencyKey", text(idempotencyHeader))];
  const [first, ...others] = body?.contents ?? [];
  if (first === undefined) return idempotency;
  const about =
    others.length === 0
      ? contentType(first)
      : [member("bodies", choices([first, ...others], module))];
  return [...idempotency, ...about, ...parts([first, ...others], module)];
}

function encoder({ kind }: Content, module: Module): ValueNode {
  return runtimeValue(ENCODERS[kind], module);
}

function contentType({ kind, mediaType }: Content): readonly ObjectMember[] {
  return DEFAULTS[kind] === mediaType ? [] : [member("contentType", text(mediaType))];
}

function choices(contents: readonly Content[], module: Module): ValueNode {
  return objectOf(contents.map((content) => member(content.mediaType, encoder(content, module))));
}

/** OpenAPI 3.1, 4.8.15: how single fields of a form are written. */
function parts(contents: readonly Content[], module: Module): readonly ObjectMember[] {
  const form = contents.find(
    ({ kind, encodings }) =>
      (kind === "multipart" || kind === "urlencoded") && encodings.length > 0,
  );
  const described = (form?.encodings ?? []).flatMap((encoding) => part(encoding, module));
  return described.length === 0 ? [] : [member("parts", objectOf(described))];
}

function part(encoding: PartEncoding, module: Module): readonly ObjectMember[] {
  const { property, contentType: type, allowReserved } = encoding;
  const members: ObjectMember[] = [];
  // A list of types or a wildcard leaves the choice to the value itself.
  if (type !== undefined && !/[*,]/.test(type)) members.push(member("contentType", text(type)));
  const style = styleOf(encoding);
  if (style !== undefined) members.push(member("style", runtimeValue(style, module)));
  if (allowReserved) members.push(member("allowReserved", flag(true)));
  return members.length === 0 ? [] : [member(property, objectOf(members))];
}

function styleOf({ style, explode }: PartEncoding): RuntimeSymbol | undefined {
  if (style === undefined && explode === undefined) return undefined;
  if (style === "deepObject") return "deepObject";
  if (explode ?? (style ?? "form") === "form") return "repeated";
  if (style === "spaceDelimited") return "spaceSeparated";
  return style === "pipeDelimited" ? "pipeSeparated" : "commaSeparated";
}
