import type { Parameter, ParameterPlace, ParameterStyle, Schema } from "../model.ts";
import type { Node } from "../spec/node.ts";
import { UNKNOWN } from "./basics.ts";
import type { Context } from "./context.ts";
import { lowerDocs } from "./docs.ts";
import { lowerSchema } from "./schema.ts";

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

/** Swagger 2.0 `collectionFormat`. */
const COLLECTIONS = new Map<string, { readonly style: ParameterStyle; readonly explode: boolean }>([
  ["csv", { style: "form", explode: false }],
  ["ssv", { style: "spaceDelimited", explode: false }],
  ["tsv", { style: "tabDelimited", explode: false }],
  ["pipes", { style: "pipeDelimited", explode: false }],
  ["multi", { style: "form", explode: true }],
]);

/** Header parameters that HTTP itself or the client sets (OpenAPI 3.1, 4.8.12: "shall be ignored"). */
const OWN_HEADERS = new Set(["accept", "content-type", "authorization"]);

/** One parameter; undefined, after a diagnostic, where it cannot be sent. Operations share most of theirs. */
export function lowerParameter(context: Context, node: Node): Parameter | undefined {
  return context.parameters.get(node.value, () => lowerWritten(context, node));
}

function lowerWritten(context: Context, node: Node): Parameter | undefined {
  const name = node.string("name");
  const place = node.string("in");
  if (name === undefined || place === undefined || !PLACES.has(place)) {
    context.diagnostics.report("invalid-parameter", node, { name: name ?? "" });
    return undefined;
  }
  if (place === "header" && OWN_HEADERS.has(name.toLowerCase())) {
    context.diagnostics.report("ignored-header-parameter", node, { name });
    return undefined;
  }
  const where = place as ParameterPlace;
  const [media] = node.get("content")?.members() ?? [];
  return {
    name,
    in: where,
    required: where === "path" || node.boolean("required") === true,
    schema: lowerValue(context, node, media),
    ...lowerStyle(context, node, where),
    allowReserved: node.boolean("allowReserved") === true,
    mediaType: media?.key,
    docs: parameterDocs(node),
  };
}

function lowerValue(context: Context, node: Node, media: Node | undefined): Schema {
  if (media !== undefined) {
    const inner = media.get("schema");
    return inner === undefined
      ? UNKNOWN
      : lowerSchema(context, inner, { direction: "request", as: "json" });
  }
  const schema = context.spec.version === "2.0" ? node : node.get("schema");
  return schema === undefined
    ? UNKNOWN
    : lowerSchema(context, schema, { direction: "request", as: "parameter" });
}

function lowerStyle(
  context: Context,
  node: Node,
  place: ParameterPlace,
): { readonly style: ParameterStyle; readonly explode: boolean } {
  if (context.spec.version === "2.0") {
    const format = COLLECTIONS.get(node.string("collectionFormat") ?? "csv");
    if (place === "query" && format !== undefined) return format;
    return { style: DEFAULT_STYLES[place], explode: false };
  }
  const written = node.string("style");
  const allowed = written !== undefined && STYLES[place].includes(written);
  if (written !== undefined && !allowed) {
    context.diagnostics.report("invalid-style", node.get("style") ?? node, {
      style: written,
      place,
    });
  }
  const style =
    allowed && written !== "cookie" ? (written as ParameterStyle) : DEFAULT_STYLES[place];
  return { style, explode: node.boolean("explode") ?? style === "form" };
}

function parameterDocs(node: Node): Parameter["docs"] {
  const own = lowerDocs(node);
  const schema = node.get("schema");
  return schema === undefined ? own : { ...lowerDocs(schema), ...own };
}
