import type { Direction, Operation, Parameter } from "../../model.ts";
import type { Node } from "../../spec/node.ts";
import { parametersOf, templateNames } from "../../spec/parameters.ts";
import { lowerArrivingParameter } from "./arriving-parameter.ts";
import { lowerBody, lowerSwaggerBody } from "./body.ts";
import type { Context } from "../context.ts";
import { lowerDocs } from "../docs.ts";
import type { OperationNode } from "./operation-node.ts";
import { followTo } from "../follow-to.ts";
import { recognisePagination } from "../pagination/pagination.ts";
import { lowerParameter } from "./parameter.ts";
import { lowerResponses } from "./response.ts";
import { lowerSecurity } from "../security.ts";
import { OPERATION_KEYWORDS, reportMisspelt } from "../keywords.ts";
import { checkShape, OPERATION, reportMisplaced } from "../shapes.ts";
import { lowerServers } from "./servers.ts";

/**
 * One operation with everything that it inherits from its path item and its document. An `incoming` one (a webhook,
 * a callback) is sent by the API: its body arrives and its answers are ours to give.
 */
export function lowerOperation(
  context: Context,
  from: OperationNode,
  resource: string,
  incoming = false,
): Operation {
  const { node, items } = from;
  checkShape(context.diagnostics, node, OPERATION);
  reportMisspelt(context.diagnostics, node, OPERATION_KEYWORDS);
  const follow = (one: Node): Node | undefined => followTo(context, one, "parameters");
  const written = parametersOf({ follow }, items, node);
  const lower = incoming ? lowerArrivingParameter : lowerParameter;
  const all = lowerParameters(context, from, written, lower);
  const key = incoming ? undefined : idempotencyHeader(context, from.method, all);
  // The runtime makes the key; a caller gives one of its own in the options of a call.
  const parameters =
    key === undefined ? all : all.filter((one) => one.in !== "header" || one.name !== key);
  const draft: Operation = {
    id: from.id,
    operationId: node.string("operationId"),
    method: from.method,
    path: from.path,
    resource,
    docs: lowerDocs(node),
    parameters,
    body: incoming ? bodyOf(context, node, written, "response") : sentBody(context, from, written),
    responses: lowerResponses(
      context,
      node,
      mediaTypes(context, node, "produces"),
      incoming ? "request" : "response",
    ),
    security: lowerSecurity(context, node),
    servers: [node, ...items].flatMap((one) => lowerServers(context.diagnostics, one)),
    pagination: undefined,
    streamFlag: streamFlag(context, node),
    idempotencyHeader: key,
  };
  return incoming ? draft : { ...draft, pagination: recognisePagination(context, draft) };
}

/** `fetch` refuses to send a body with these methods (Fetch standard, "Request" constructor). */
const WITHOUT_BODY = new Set(["GET", "HEAD"]);

function sentBody(
  context: Context,
  { method, node }: OperationNode,
  parameters: readonly Node[],
): Operation["body"] {
  const body = bodyOf(context, node, parameters, "request");
  if (body === undefined || !WITHOUT_BODY.has(method)) return body;
  context.diagnostics.report("body-left-out", node, { method });
  return undefined;
}

function bodyOf(
  context: Context,
  node: Node,
  parameters: readonly Node[],
  direction: Direction,
): Operation["body"] {
  if (context.spec.version !== "2.0") return lowerBody(context, node, direction);
  const written = node.get("requestBody");
  if (written !== undefined) reportMisplaced(context, written, "parameters");
  return lowerSwaggerBody(context, parameters, mediaTypes(context, node, "consumes"));
}

function mediaTypes(
  context: Context,
  node: Node,
  keyword: "consumes" | "produces",
): readonly string[] {
  return (node.has(keyword) ? node : context.spec.root).strings(keyword);
}

function lowerParameters(
  context: Context,
  from: OperationNode,
  nodes: readonly Node[],
  lower: typeof lowerParameter,
): readonly Parameter[] {
  const parameters: Parameter[] = [];
  for (const node of nodes) {
    const parameter = isInBody(context, node) ? undefined : lower(context, node);
    if (parameter !== undefined) parameters.push(parameter);
  }
  const inTemplate = templateNames(from.path);
  const used = parameters.filter(
    (parameter) => parameter.in !== "path" || isUsed(context, from, parameter, inTemplate),
  );
  const missing = inTemplate.filter(
    (name) => !used.some((parameter) => parameter.name === name && parameter.in === "path"),
  );
  if (missing.length === 0) return used;
  return [...missing.map((name) => undeclared(context, from, name)), ...used];
}

/** Swagger 2.0: the body, whole or field by field. */
function isInBody({ spec }: Context, node: Node): boolean {
  return spec.version === "2.0" && ["body", "formData"].includes(node.string("in") ?? "");
}

function isUsed(
  context: Context,
  from: OperationNode,
  parameter: Parameter,
  names: readonly string[],
): boolean {
  if (names.includes(parameter.name)) return true;
  context.diagnostics.report("unused-path-parameter", from.node, {
    name: parameter.name,
    path: from.path,
  });
  return false;
}

/** A template without its parameter would make an unusable call: the value is text, and somebody must give it. */
function undeclared(context: Context, from: OperationNode, name: string): Parameter {
  context.diagnostics.report("undeclared-path-parameter", from.node, { name, path: from.path });
  return {
    name,
    in: "path",
    required: true,
    schema: { kind: "string" },
    style: "simple",
    explode: false,
    allowReserved: false,
    mediaType: undefined,
    docs: {},
  };
}

/** A boolean `stream` in the JSON body, as the APIs of language models have it. */
function streamFlag(context: Context, node: Node): string | undefined {
  const written = node.get("requestBody");
  const body = written && context.spec.follow(written);
  const schema = body?.at("content", "application/json", "schema");
  return schema !== undefined && hasBoolean(context, schema, "stream") ? "stream" : undefined;
}

function hasBoolean(context: Context, node: Node, name: string, depth = 0): boolean {
  const schema = context.spec.follow(node);
  if (schema === undefined || depth > 5) return false;
  const at = schema.at("properties", name);
  if (at !== undefined && context.typesOfNode(at).has("boolean")) return true;
  return (schema.get("allOf")?.items() ?? []).some((member) =>
    hasBoolean(context, member, name, depth + 1),
  );
}

/**
 * A header parameter by the name of draft-ietf-httpapi-idempotency-key-header, or what the configuration says of an API
 * whose document does not mention its header. Safe methods need none.
 */
function idempotencyHeader(
  context: Context,
  method: string,
  parameters: readonly Parameter[],
): string | undefined {
  const { idempotencyKey } = context.facts;
  const { header, methods = ["POST", "PATCH", "DELETE"] } = idempotencyKey ?? {};
  const name = header ?? "Idempotency-Key";
  const declared = parameters.find(
    (one) => one.in === "header" && one.name.toLowerCase() === name.toLowerCase(),
  );
  if (declared !== undefined) return ["GET", "HEAD"].includes(method) ? undefined : declared.name;
  return header !== undefined && methods.includes(method) ? header : undefined;
}
