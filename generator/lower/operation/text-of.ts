import type { Schema } from "../../model.ts";
import { STRING } from "../algebra/basics.ts";
import type { Context } from "../context.ts";

/** What arrives as text and is not read any further: the schema says more about it only where all its values are texts. */
export function textOf(context: Context, schema: Schema): Schema {
  const types = context.typesOf(schema);
  return types.size === 1 && types.has("string") ? schema : STRING;
}
