import type { Content, Direction, PartEncoding, Property, RequestBody } from "../../model.ts";
import type { Node } from "../../spec/node.ts";
import { objectOf } from "../algebra/basics.ts";
import { collectionOf } from "./collection-format.ts";
import { lowerContents } from "./content.ts";
import type { Context } from "../context.ts";
import { lowerDocs } from "../docs.ts";
import { followTo } from "../follow-to.ts";
import type { MediaNode } from "./media-node.ts";
import { lowerSchema } from "../schema/schema.ts";
import { BODY_KEYWORDS, reportMisspelt } from "../keywords.ts";
import { checkObject, checkShape, PAYLOAD } from "../shapes.ts";

/** OpenAPI 3 `requestBody`. */
export function lowerBody(
  context: Context,
  operation: Node,
  direction: Direction,
): RequestBody | undefined {
  const written = operation.get("requestBody");
  const node = written && followTo(context, written, "requestBodies");
  if (node === undefined) return undefined;
  checkShape(context.diagnostics, node, PAYLOAD);
  reportMisspelt(context.diagnostics, node, BODY_KEYWORDS);
  if (!node.has("content")) context.diagnostics.report("body-without-content", node, {});
  const contents = lowerContents(context, mediaOf(context, node), direction);
  if (contents.length === 0) return undefined;
  return {
    required: node.boolean("required") === true,
    contents: jsonFirst(contents),
    docs: lowerDocs(node),
  };
}

/** The members of `content` of a body or an answer. */
export function mediaOf(context: Context, node: Node, isAnswer = false): readonly MediaNode[] {
  return (node.get("content")?.members() ?? []).flatMap((member): MediaNode | [] => {
    checkObject(context.diagnostics, member);
    const media = followTo(context, member, "mediaTypes");
    if (media === undefined) return [];
    checkShape(context.diagnostics, media, PAYLOAD);
    return {
      mediaType: member.key,
      schema: media.get("schema"),
      itemSchema: media.get("itemSchema"),
      encoding: media.get("encoding"),
      prefixEncoding: media.get("prefixEncoding"),
      itemEncoding: media.get("itemEncoding"),
      node: member,
      isAnswer,
    };
  });
}

/** Where a caller may choose, JSON is the choice that needs no word. */
function jsonFirst(contents: readonly Content[]): readonly Content[] {
  if (contents.length === 1) return contents;
  const json = contents.filter(({ kind }) => kind === "json");
  return [...json, ...contents.filter(({ kind }) => kind !== "json")];
}

/** Swagger 2.0: the parameter `in: body`, or the parameters `in: formData` taken together. */
export function lowerSwaggerBody(
  context: Context,
  parameters: readonly Node[],
  consumes: readonly string[],
): RequestBody | undefined {
  const body = parameters.find((node) => node.string("in") === "body");
  const fields = parameters.filter((node) => node.string("in") === "formData");
  if (body !== undefined) {
    for (const field of fields)
      context.diagnostics.report("form-beside-body", field, { name: field.string("name") ?? "" });
    return lowerBodyParameter(context, body, consumes);
  }
  return fields.length === 0 ? undefined : lowerForm(context, fields, consumes);
}

function lowerBodyParameter(
  context: Context,
  node: Node,
  consumes: readonly string[],
): RequestBody | undefined {
  const types = consumes.length > 0 ? consumes : ["application/json"];
  const media = types.map((mediaType) => ({
    mediaType,
    schema: node.get("schema"),
    itemSchema: undefined,
    encoding: undefined,
    node,
  }));
  const contents = lowerContents(context, media, "request");
  return {
    required: node.boolean("required") === true,
    contents: jsonFirst(contents),
    docs: lowerDocs(node),
  };
}

/** Lists whose items are not fields of their own. */
function encodingOf(field: Node): readonly PartEncoding[] {
  const { style, explode } = collectionOf(field);
  if (explode || field.string("type") !== "array") return [];
  const property = field.string("name") ?? "";
  return [{ property, contentType: undefined, style, explode, allowReserved: false }];
}

function lowerForm(
  context: Context,
  fields: readonly Node[],
  consumes: readonly string[],
): RequestBody {
  const hasFile = fields.some((node) => node.string("type") === "file");
  const multipart = hasFile || consumes.some((type) => type.startsWith("multipart/"));
  const properties = fields.map((node): Property => ({
    name: node.string("name") ?? "",
    schema: lowerSchema(context, node, { direction: "request", as: "part" }),
    required: node.boolean("required") === true,
    docs: lowerDocs(node),
  }));
  return {
    required: properties.some(({ required }) => required),
    contents: [
      {
        mediaType: multipart ? "multipart/form-data" : "application/x-www-form-urlencoded",
        others: [],
        kind: multipart ? "multipart" : "urlencoded",
        schema: objectOf(properties),
        encodings: fields.flatMap(encodingOf),
      },
    ],
    docs: {},
  };
}
