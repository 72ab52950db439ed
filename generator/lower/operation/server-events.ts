import type { Schema } from "../../model.ts";
import type { Node } from "../../spec/node.ts";
import type { Context, Use } from "../context.ts";
import { unionOf } from "../algebra/union.ts";
import { lowerSchema } from "../schema/schema.ts";
import { kindOfMedia } from "./media.ts";

/** The fields of a server-sent event (HTML standard, "Server-sent events"). */
const FIELDS = new Set(["event", "data", "id", "retry"]);

/** An item of a stream that is an event with its fields, and how its `data` is read. */
export interface EventItem {
  readonly schema: Schema;
  readonly data: "text" | "json";
}

/**
 * The `itemSchema` of an event stream, where it describes events (OpenAPI 3.2, section 4.14.4); undefined where it
 * describes what their `data` holds, which is what streams had before there were words for it.
 */
export function lowerEventItem(context: Context, item: Node, use: Use): EventItem | undefined {
  if (!isEvent(context, item, 0)) return undefined;
  const data = holdsJson(context, item) ? "json" : "text";
  return {
    schema: data === "json" ? lowerEvent(context, item, use) : lowerSchema(context, item, use),
    data,
  };
}

function isEvent(context: Context, node: Node, depth: number): boolean {
  const meant = context.spec.follow(node);
  if (meant === undefined || depth > MAX_DEPTH) return false;
  const choices = choicesOf(meant);
  if (choices.length > 0) return choices.every((choice) => isEvent(context, choice, depth + 1));
  const names = meant.get("properties")?.members() ?? [];
  return meant.at("properties", "data") !== undefined && names.every(({ key }) => FIELDS.has(key));
}

/** Deeper than anybody nests choices; one that is part of itself has no end. */
const MAX_DEPTH = 5;

function choicesOf(node: Node): readonly Node[] {
  return (node.get("oneOf") ?? node.get("anyOf"))?.items() ?? [];
}

/** True where the `data` of some event is more than a text: described by a schema of its own, or no text at all. */
function holdsJson(context: Context, node: Node): boolean {
  const meant = context.spec.follow(node);
  const choices = meant === undefined ? [] : choicesOf(meant);
  if (choices.length > 0) return choices.some((choice) => holdsJson(context, choice));
  const data = meant?.at("properties", "data");
  return data !== undefined && (contentOf(context, data) !== undefined || !isText(context, data));
}

function isText(context: Context, data: Node): boolean {
  return [...context.typesOfNode(data)].every((type) => type === "string");
}

/** What a text holds as JSON (JSON Schema 2020-12 validation, section 8.5). */
function contentOf(context: Context, data: Node): Node | undefined {
  const meant = context.spec.follow(data);
  const isJson = kindOfMedia(meant?.string("contentMediaType") ?? "application/json") === "json";
  return isJson ? meant?.get("contentSchema") : undefined;
}

/** An event whose `data` is what its text holds. */
function lowerEvent(context: Context, node: Node, use: Use): Schema {
  const meant = context.spec.follow(node) ?? node;
  const choices = choicesOf(meant);
  if (choices.length > 0) return unionOf(choices.map((choice) => lowerEvent(context, choice, use)));
  const data = meant.at("properties", "data");
  const content = data && contentOf(context, data);
  if (content === undefined) return lowerSchema(context, node, use);
  const schema = lowerSchema(context, meant, use);
  if (schema.kind !== "object") return schema;
  const held = lowerSchema(context, content, use);
  const properties = schema.properties.map((property) =>
    property.name === "data" ? { ...property, schema: held } : property,
  );
  return { ...schema, properties };
}
