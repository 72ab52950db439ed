import type { Parameter, Schema } from "../../model.ts";
import type { Node } from "../../spec/node.ts";
import type { Context } from "../context.ts";
import { lowerParameterFor } from "./parameter.ts";
import { textOf } from "./text-of.ts";

/**
 * A parameter of a request that the API sends, as its receiver finds it by its name: a text, or a list of them. Those
 * that have no such place (cookies, objects in the query) are left out, after a diagnostic.
 */
export function lowerArrivingParameter(context: Context, node: Node): Parameter | undefined {
  const parameter = lowerParameterFor(context, node, { direction: "response", as: "json" });
  if (parameter === undefined) return undefined;
  const schema = textsOf(context, parameter);
  if (schema !== undefined) return { ...parameter, schema };
  context.diagnostics.report("webhook-parameter", node, parameter);
  return undefined;
}

function textsOf(context: Context, parameter: Parameter): Schema | undefined {
  const { schema, mediaType, explode } = parameter;
  if (parameter.in === "header") return textOf(context, schema);
  if (parameter.in !== "query") return undefined;
  if (mediaType !== undefined) return textOf(context, schema);
  const types = context.typesOf(schema);
  // Its members have names of their own there.
  if (types.has("object")) return undefined;
  if (!types.has("array") || !explode) return textOf(context, schema);
  const items: Schema = schema.kind === "array" ? schema.items : { kind: "unknown" };
  return { kind: "array", items: textOf(context, items) };
}
