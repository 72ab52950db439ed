import { Node } from "../../spec/node.ts";
import type { Spec } from "../../spec/spec.ts";
import { contentsOf } from "./read-contents.ts";
import type { WireBody } from "./wire.ts";

/** The body of a request: OpenAPI 3 `requestBody`, or the parameters of Swagger 2.0 that travel in it. */
export function readBody(
  spec: Spec,
  operation: Node,
  parameters: readonly Node[],
): WireBody | undefined {
  if (spec.version === "2.0") return readSwaggerBody(spec, operation, parameters);
  const written = operation.get("requestBody");
  const node = written && spec.follow(written);
  if (node === undefined) return undefined;
  const contents = contentsOf(spec, node);
  return contents.size === 0
    ? undefined
    : { required: node.boolean("required") === true, contents, node };
}

function readSwaggerBody(
  spec: Spec,
  operation: Node,
  parameters: readonly Node[],
): WireBody | undefined {
  const consumes = (operation.has("consumes") ? operation : spec.root).strings("consumes");
  const body = parameters.find((node) => node.string("in") === "body");
  if (body !== undefined) {
    const types = consumes.length > 0 ? consumes : ["application/json"];
    const contents = types.map((type) => ({
      mediaType: type,
      schema: body.get("schema"),
      node: body,
    }));
    return {
      required: body.boolean("required") === true,
      contents: new Map(contents.map((content) => [content.mediaType, content])),
      node: body,
    };
  }
  const fields = parameters.filter((node) => node.string("in") === "formData");
  return fields.length === 0 ? undefined : readForm(operation, fields, consumes);
}

/** `formData` parameters as the one object that they make. Its place is the list of parameters. */
function readForm(operation: Node, fields: readonly Node[], consumes: readonly string[]): WireBody {
  const required = fields
    .filter((node) => node.boolean("required") === true)
    .map((node) => node.string("name") ?? "");
  const properties = Object.fromEntries(
    fields.map((node) => [node.string("name") ?? "", node.value] as const),
  );
  const schema = new Node(
    operation.source,
    { type: "object", properties, required },
    operation,
    "parameters",
  );
  const isMultipart =
    fields.some((node) => node.string("type") === "file") ||
    consumes.some((type) => type.startsWith("multipart/"));
  const mediaType = isMultipart ? "multipart/form-data" : "application/x-www-form-urlencoded";
  const content = { mediaType, schema, node: schema };
  return {
    required: required.length > 0,
    contents: new Map([[mediaType, content]]),
    node: schema,
  };
}
