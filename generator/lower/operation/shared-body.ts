import type { Schema } from "../../model.ts";
import type { Node } from "../../spec/node.ts";
import { refOf } from "../../spec/spec.ts";
import type { Context, Use } from "../context.ts";
import { referTo } from "../schema/reference.ts";
import { lowerSchema } from "../schema/schema.ts";
import { sharedPart } from "../schema/shared-part.ts";

/** JSON in a body. An object that is written into a response which operations share is a type of that name, as a schema is. */
export function lowerJson(context: Context, schema: Node, use: Use): Schema {
  return isObjectWithParts(schema) && sharedPart(schema) !== undefined
    ? referTo(context, schema, use)
    : lowerSchema(context, schema, use);
}

/** What would be written out at each use. */
function isObjectWithParts(node: Node): boolean {
  if (refOf(node) !== undefined) return false;
  const properties = node.get("properties")?.members() ?? [];
  const parts = node.get("allOf")?.items() ?? [];
  return properties.length > 0 || parts.length > 1;
}
