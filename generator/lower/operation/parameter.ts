import { isRecord } from "../../json-value.ts";
import type { Direction, Parameter, ParameterPlace, ParameterStyle, Schema } from "../../model.ts";
import type { Node } from "../../spec/node.ts";
import { isOwnHeader } from "../../spec/parameters.ts";
import { STRING, UNKNOWN } from "../algebra/basics.ts";
import type { Context, Use } from "../context.ts";
import { docsOf, lowerDocs } from "../docs.ts";
import { lowerSchema } from "../schema/schema.ts";
import { PARAMETER_KEYWORDS, reportMisspelt } from "../keywords.ts";
import { checkShape, PAYLOAD, reportMisplaced } from "../shapes.ts";
import { collectionOf } from "./collection-format.ts";
import { kindOfMedia } from "./media.ts";

const PLACES = new Set<string>(["path", "query", "header", "cookie", "querystring"]);

/** OpenAPI 3.1, 4.8.12: the style that holds where a parameter names none. */
const DEFAULT_STYLES: Readonly<Record<ParameterPlace, ParameterStyle>> = {
  path: "simple",
  query: "form",
  header: "simple",
  cookie: "form",
  querystring: "form",
};

/** The styles that each place allows (OpenAPI 3.1, 4.8.12 "Style Values"). */
const STYLES: Readonly<Record<ParameterPlace, readonly string[]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form", "cookie"],
  querystring: ["form"],
};

/** One parameter; undefined, after a diagnostic, where it cannot be sent. Operations share most of theirs. */
export function lowerParameter(context: Context, node: Node): Parameter | undefined {
  return context.parameters.get(node.value, () => lowerParameterFor(context, node, SENT));
}

const SENT: Use = { direction: "request", as: "parameter" };

/** The same for another use of its value than sending it. */
export function lowerParameterFor(context: Context, node: Node, use: Use): Parameter | undefined {
  const name = node.string("name");
  const place = node.string("in");
  if (name === undefined || place === undefined || !PLACES.has(place)) {
    context.diagnostics.report("invalid-parameter", node, { name: name ?? "" });
    return undefined;
  }
  if (place === "header" && isOwnHeader(name)) {
    context.diagnostics.report("ignored-header-parameter", node, { name });
    return undefined;
  }
  checkShape(context.diagnostics, node, PAYLOAD);
  reportMisspelt(context.diagnostics, node, PARAMETER_KEYWORDS);
  const where = place as ParameterPlace;
  const { schema, mediaType } = lowerValue(context, node, where, use);
  const { style, explode } = lowerStyle(context, node, where, schema);
  return {
    name,
    in: where,
    required: where === "path" || node.boolean("required") === true,
    schema,
    style,
    explode,
    allowReserved: node.boolean("allowReserved") === true,
    mediaType,
    docs: parameterDocs(node),
  };
}

/** The value and, where it is a document of its own, the media type of that. */
type Value = Pick<Parameter, "schema" | "mediaType">;

function lowerValue(context: Context, node: Node, place: ParameterPlace, use: Use): Value {
  const media = node.get("content")?.members()[0];
  if (media !== undefined) return lowerContent(context, media, place, use.direction);
  const schema = context.spec.version === "2.0" ? node : node.get("schema");
  const misplaced = schema === undefined ? node.get("type") : undefined;
  if (misplaced !== undefined) reportMisplaced(context, misplaced, "schema");
  if (schema === undefined) return { schema: UNKNOWN, mediaType: undefined };
  return { schema: lowerSchema(context, schema, use), mediaType: undefined };
}

/** `content` instead of `schema`: JSON, a form as a whole query string, or else a text that stands for itself. */
function lowerContent(
  context: Context,
  written: Node,
  place: ParameterPlace,
  direction: Direction,
): Value {
  const inner = context.spec.follow(written)?.get("schema");
  const schema =
    inner === undefined ? UNKNOWN : lowerSchema(context, inner, { direction, as: "json" });
  const isText = [...context.typesOf(schema)].every((type) => type === "string");
  const kind = kindOfMedia(written.key) ?? (isText ? "text" : "json");
  if (kind === "json" || (kind === "urlencoded" && place === "querystring"))
    return { schema, mediaType: written.key };
  if (!isText) context.diagnostics.report("parameter-as-text", written, { mediaType: written.key });
  return { schema: isText ? schema : STRING, mediaType: undefined };
}

type Style = Pick<Parameter, "style" | "explode">;

function lowerStyle(context: Context, node: Node, place: ParameterPlace, schema: Schema): Style {
  const style =
    context.spec.version === "2.0"
      ? lowerCollection(context, node, place)
      : lowerWrittenStyle(context, node, place);
  const types = context.typesOf(schema);
  const isScalar = !types.has("array") && !types.has("object");
  if (!isScalar || place === "path" || place === "cookie") return style;
  // All styles write a scalar as they write it by default.
  return { style: DEFAULT_STYLES[place], explode: DEFAULT_STYLES[place] === "form" };
}

function lowerWrittenStyle(context: Context, node: Node, place: ParameterPlace): Style {
  const written = node.string("style");
  const allowed = written !== undefined && STYLES[place].includes(written);
  if (written !== undefined && !allowed)
    reportStyle(context, node.get("style") ?? node, written, place);
  const style = allowed ? (written as ParameterStyle) : DEFAULT_STYLES[place];
  const explode = style === "form" || style === "cookie";
  return { style, explode: node.boolean("explode") ?? explode };
}

/** Only a query has a style for each way to put items together; a list in a list is put together with commas. */
function lowerCollection(context: Context, node: Node, place: ParameterPlace): Style {
  const lists = place === "query" ? node.get("items") : node;
  const format = lists?.string("collectionFormat");
  if (lists !== undefined && format !== undefined && format !== "csv")
    reportStyle(context, lists, format, place);
  return place === "query" ? collectionOf(node) : { style: DEFAULT_STYLES[place], explode: false };
}

function reportStyle(context: Context, at: Node, style: string, place: ParameterPlace): void {
  context.diagnostics.report("invalid-style", at, { style, place });
}

function parameterDocs(node: Node): Parameter["docs"] {
  const own = lowerDocs(node);
  const schema = node.record["schema"];
  return isRecord(schema) ? { ...docsOf(schema), ...own } : own;
}
