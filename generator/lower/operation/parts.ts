import type { ObjectSchema, Property, Schema } from "../../model.ts";
import type { Node } from "../../spec/node.ts";
import { BYTES_OF_PART, STRING, UNKNOWN } from "../algebra/basics.ts";
import type { Context, Use } from "../context.ts";
import type { MediaNode } from "./media-node.ts";
import { kindOfMedia } from "./media.ts";
import { lowerSchema } from "../schema/schema.ts";

/**
 * The schema of a multipart body. The media type of a part (OpenAPI 3.1, 4.8.15 "Encoding Object") can say what its
 * schema does not: an object that travels as XML or text is passed as text, for nothing here writes it; a part without
 * a schema that is an image is bytes.
 */
export function lowerMultipart(
  context: Context,
  media: MediaNode,
  direction: Use["direction"],
): Schema {
  const { schema: written, encoding } = media;
  const asPart = { direction, as: "part" } as const;
  if (written === undefined)
    return media.itemSchema === undefined
      ? UNKNOWN
      : { kind: "array", items: lowerSchema(context, media.itemSchema, asPart) };
  // Parts with a place instead of a name (OpenAPI 3.2, section 4.14.5).
  if ([...context.typesOfNode(written)].every((type) => type === "array"))
    return lowerSchema(context, context.spec.follow(written) ?? written, asPart);
  const parts = (encoding?.members() ?? []).filter((part) => kindOfPart(part) !== "json");
  const use = { direction, as: "form" } as const;
  if (parts.length === 0) return lowerSchema(context, written, use);
  // A schema with a name keeps its members; this body has some of its own.
  const schema = lowerSchema(context, context.spec.follow(written) ?? written, use);
  return schema.kind === "object" ? withParts(context, schema, parts) : schema;
}

function withParts(context: Context, schema: ObjectSchema, parts: readonly Node[]): Schema {
  const byName = new Map(parts.map((part) => [part.key, part]));
  const properties = schema.properties.map((property) => {
    const part = byName.get(property.name);
    return part === undefined
      ? property
      : { ...property, schema: partSchema(context, property, part) };
  });
  return { ...schema, properties };
}

function partSchema(context: Context, { name, schema }: Property, part: Node): Schema {
  const kind = kindOfPart(part);
  if (kind === "binary") return schema.kind === "unknown" ? BYTES_OF_PART : schema;
  const text = asText(context, schema);
  if (text !== schema) {
    const mediaType = part.string("contentType") ?? "";
    context.diagnostics.report("text-part", part, { name, mediaType });
  }
  return text;
}

/** Objects as text, alone or in a list; what is text or a number already stays as it is. */
function asText(context: Context, schema: Schema): Schema {
  if (schema.kind === "array") {
    const items = asText(context, schema.items);
    return items === schema.items ? schema : { ...schema, items };
  }
  const types = context.typesOf(schema);
  return types.has("object") && !types.has("string") ? STRING : schema;
}

/** How a part travels; JSON where nothing else is said, or where the value decides between several types. */
function kindOfPart(part: Node): "json" | "text" | "binary" {
  const kinds = new Set((part.string("contentType") ?? "").split(",").map(kindOfMedia));
  const [kind] = kinds;
  if (kinds.size > 1) return "json";
  if (kind === "xml" || kind === "text") return "text";
  return kind === "binary" ? "binary" : "json";
}
