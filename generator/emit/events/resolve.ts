import type { Api, Schema } from "../../model.ts";
import { declarationOf } from "../../references.ts";

/** What a reference stands for, however many steps away. */
export function resolve(api: Api, schema: Schema, depth = 0): Schema {
  if (schema.kind !== "reference" || depth > 16) return schema;
  const target = declarationOf(api, schema.target);
  return target === undefined ? schema : resolve(api, target.schema, depth + 1);
}
