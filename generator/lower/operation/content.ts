import type { Content, ContentKind, PartEncoding, ParameterStyle, Schema } from "../../model.ts";
import type { Node } from "../../spec/node.ts";
import { BYTES, STRING, UNKNOWN } from "../algebra/basics.ts";
import { sameSchema } from "../algebra/same-schema.ts";
import { unionOf } from "../algebra/union.ts";
import type { Context, Use } from "../context.ts";
import type { MediaNode } from "./media-node.ts";
import { isWildcard, kindOfMedia } from "./media.ts";
import { lowerMultipart } from "./parts.ts";
import { type EventItem, lowerEventItem } from "./server-events.ts";
import { lowerJson } from "./shared-body.ts";
import { isBinary } from "../schema/scalars.ts";
import { lowerSchema } from "../schema/schema.ts";

export const TEXT_IS_JSON_RULE = "text/plain beside application/json with one schema is JSON";

/**
 * The contents of a request or an answer, one for each meaning: media types that are all JSON with one schema are one,
 * and text listed beside JSON with the same schema is JSON (ASP.NET Core lists every answer so). What arrives says its
 * type, so one content holds all schemas of a kind; who sends has to name it.
 */
export function lowerContents(
  context: Context,
  media: readonly MediaNode[],
  direction: Use["direction"],
): readonly Content[] {
  const only = media[0];
  if (media.length === 1 && only !== undefined) return [lowerContent(context, only, direction)];
  const json = media.filter((one) => kindOf(context, one) === "json");
  const contents: Content[] = [];
  for (const one of media) {
    if (repeatsJson(context, one, json, direction)) continue;
    const content = lowerContent(context, one, direction);
    const twin = contents.findIndex(
      (other) =>
        other.kind === content.kind &&
        (direction === "response" || sameSchema(other.schema, content.schema)),
    );
    const known = contents[twin];
    if (known === undefined) contents.push(content);
    else contents[twin] = mergeContents(known, content);
  }
  return contents;
}

/** The same in other words. An answer in XML need not be the same: who can have JSON does not ask for it. */
function repeatsJson(
  context: Context,
  one: MediaNode,
  json: readonly MediaNode[],
  direction: Use["direction"],
): boolean {
  const kind = kindOf(context, one);
  if (kind !== "text" && kind !== "xml" && !(isWildcard(one.mediaType) && kind !== "json"))
    return false;
  const isForgone = kind === "xml" && direction === "response" && json.length > 0;
  if (!isForgone && !json.some((other) => sameValue(other.schema, one.schema))) return false;
  if (kind === "text") context.rewrites.add(TEXT_IS_JSON_RULE, one.node);
  if (kind === "xml")
    context.diagnostics.report("skipped-media-type", one.node, { mediaType: one.mediaType });
  return true;
}

function sameValue(a: Node | undefined, b: Node | undefined): boolean {
  return a !== undefined && b !== undefined && sameSchema(a.value, b.value);
}

/** Two media types of one kind: the first names the type that is sent, the schemas are alternatives. */
function mergeContents(a: Content, b: Content): Content {
  return {
    ...a,
    others: a.mediaType === b.mediaType ? a.others : [...a.others, b.mediaType],
    schema: sameSchema(a.schema, b.schema) ? a.schema : unionOf([a.schema, b.schema]),
  };
}

function kindOf(context: Context, media: MediaNode): ContentKind {
  if (media.isFile === true) return "binary";
  const kind = kindOfMedia(media.mediaType) ?? kindOfSchema(context, media);
  return (media.isAnswer === true ? UNREAD.get(kind) : undefined) ?? kind;
}

/** What answers in forms are read as. */
const UNREAD = new Map<ContentKind, ContentKind>([
  ["multipart", "binary"],
  ["urlencoded", "text"],
]);

/** For media types that nobody registered as text or JSON: bytes, unless the schema describes something else. */
function kindOfSchema(context: Context, media: MediaNode): ContentKind {
  const meant = media.schema === undefined ? undefined : context.spec.follow(media.schema);
  if (meant === undefined || isBinary(meant))
    return isWildcard(media.mediaType) && meant === undefined ? "json" : "binary";
  return isStructured(context, media)
    ? "json"
    : meant.string("type") === "string"
      ? "text"
      : "json";
}

function isStructured(context: Context, media: MediaNode): boolean {
  const types = media.schema === undefined ? undefined : context.typesOfNode(media.schema);
  return types !== undefined && !types.has("string");
}

function lowerContent(context: Context, media: MediaNode, direction: Use["direction"]): Content {
  const kind = kindOf(context, media);
  reportForm(context, media, kind);
  const mediaType = isWildcard(media.mediaType) ? concreteType(kind) : media.mediaType;
  const event = kind === "eventStream" ? lowerEvents(context, media, direction) : undefined;
  return {
    mediaType,
    others: [],
    kind,
    schema: event?.schema ?? contentSchema(context, media, kind, direction),
    encodings: lowerEncodings(media),
    ...(event === undefined ? {} : { eventData: event.data }),
  };
}

function reportForm(context: Context, { mediaType, node }: MediaNode, kind: ContentKind): void {
  const meant = kindOfMedia(mediaType);
  if (meant === kind || (meant !== "multipart" && meant !== "urlencoded")) return;
  const as = kind === "text" ? "text" : "a Blob";
  context.diagnostics.report("form-answer", node, { mediaType, as });
}

function concreteType(kind: ContentKind): string {
  switch (kind) {
    case "json":
      return "application/json";
    case "text":
      return "text/plain";
    case "multipart":
      return "multipart/form-data";
    default:
      return "application/octet-stream";
  }
}

function contentSchema(
  context: Context,
  media: MediaNode,
  kind: ContentKind,
  direction: Use["direction"],
): Schema {
  switch (kind) {
    case "multipart":
      return lowerMultipart(context, media, direction);
    case "binary":
      return BYTES;
    case "text":
      return lowerText(context, media, direction);
    case "xml":
      if (isStructured(context, media))
        context.diagnostics.report("xml-body", media.node, { mediaType: media.mediaType });
      return STRING;
    case "eventStream":
    case "jsonLines":
      return lowerItem(context, media, direction);
    default: {
      const lower = kind === "json" ? lowerJson : lowerSchema;
      return media.schema === undefined
        ? UNKNOWN
        : lower(context, media.schema, { direction, as: "json" });
    }
  }
}

/** Text is a string; an enumeration of strings stays one. */
function lowerText(context: Context, media: MediaNode, direction: Use["direction"]): Schema {
  if (media.schema === undefined) return STRING;
  const schema = lowerSchema(context, media.schema, { direction, as: "json" });
  const types = [...context.typesOf(schema)];
  return schema.kind !== "unknown" && types.every((type) => type === "string") ? schema : STRING;
}

function lowerEvents(
  context: Context,
  { itemSchema }: MediaNode,
  direction: Use["direction"],
): EventItem | undefined {
  return itemSchema && lowerEventItem(context, itemSchema, { direction, as: "json" });
}

/** One item of a stream: `itemSchema` (OpenAPI 3.2), or else what the schema describes, taken item by item. */
function lowerItem(context: Context, media: MediaNode, direction: Use["direction"]): Schema {
  const node = media.itemSchema ?? media.schema;
  if (node === undefined) return UNKNOWN;
  const schema = lowerSchema(context, node, { direction, as: "json" });
  return media.itemSchema === undefined && schema.kind === "array" ? schema.items : schema;
}

/** OpenAPI 3.2, 4.15 "Encoding Object". Parts without a name have their index, and `*` stands for the rest of them. */
function lowerEncodings(media: MediaNode): readonly PartEncoding[] {
  return [
    ...(media.encoding?.members() ?? []).map((node) => encodingOf(node, node.key)),
    ...(media.prefixEncoding?.items() ?? []).map((node) => encodingOf(node, node.key)),
    ...(media.itemEncoding === undefined ? [] : [encodingOf(media.itemEncoding, "*")]),
  ];
}

function encodingOf(node: Node, property: string): PartEncoding {
  return {
    property,
    contentType: node.string("contentType"),
    style: node.string("style") as ParameterStyle | undefined,
    explode: node.boolean("explode"),
    allowReserved: node.boolean("allowReserved") ?? false,
  };
}
