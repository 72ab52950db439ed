import type { Content, ContentKind, Operation, PartEncoding } from "../../model.ts";
import type { Module } from "../module.ts";
import type { ObjectMember, ValueNode } from "../print/index.ts";
import { runtimeModule, type RuntimeSymbol } from "../runtime-symbols.ts";
import { flag, member, objectOf, text } from "./constants.ts";

const ENCODERS: Readonly<Record<ContentKind, RuntimeSymbol>> = {
  json: "jsonBody",
  urlencoded: "urlencodedBody",
  multipart: "multipartBody",
  text: "textBody",
  binary: "rawBody",
  xml: "textBody",
  eventStream: "rawBody",
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

/** How the request's body is written, and what makes sending it twice safe. */
export function describeBody(
  { body, idempotencyHeader }: Operation,
  module: Module,
): readonly ObjectMember[] {
  const idempotency =
    idempotencyHeader === undefined ? [] : [member("idempotencyKey", text(idempotencyHeader))];
  const [first, ...others] = body?.contents ?? [];
  if (first === undefined) return idempotency;
  const encoding =
    others.length === 0
      ? [member("body", encoder(first, module)), ...contentType(first)]
      : [
          member("body", identifier("chosenBody", module)),
          member("bodies", choices([first, ...others], module)),
        ];
  return [...encoding, ...parts([first, ...others]), ...idempotency];
}

function encoder({ kind }: Content, module: Module): ValueNode {
  return identifier(ENCODERS[kind], module);
}

function contentType({ kind, mediaType }: Content): readonly ObjectMember[] {
  return DEFAULTS[kind] === mediaType ? [] : [member("contentType", text(mediaType))];
}

function choices(contents: readonly Content[], module: Module): ValueNode {
  return objectOf(contents.map((content) => member(content.mediaType, encoder(content, module))));
}

/** OpenAPI 3.1, 4.8.15: how single fields of a form are written. */
function parts(contents: readonly Content[]): readonly ObjectMember[] {
  const form = contents.find(
    ({ kind, encodings }) =>
      (kind === "multipart" || kind === "urlencoded") && encodings.length > 0,
  );
  const described = (form?.encodings ?? []).flatMap(part);
  return described.length === 0 ? [] : [member("parts", objectOf(described))];
}

function part({ property, contentType: type, explode }: PartEncoding): readonly ObjectMember[] {
  const members: ObjectMember[] = [];
  // A list of types or a wildcard leaves the choice to the value itself.
  if (type !== undefined && !/[*,]/.test(type)) members.push(member("contentType", text(type)));
  if (explode === false) members.push(member("explode", flag(false)));
  return members.length === 0 ? [] : [member(property, objectOf(members))];
}

function identifier(symbol: RuntimeSymbol, module: Module): ValueNode {
  return { kind: "identifier", name: module.value(symbol, runtimeModule(symbol)) };
}
