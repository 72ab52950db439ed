import { functionNameOf, operationNameOf } from "../../names.ts";
import type { Node } from "../../spec/node.ts";
import { parametersOf } from "../../spec/parameters.ts";
import { operationsOf, pathItemsOf, type PathItemOperation } from "../../spec/path-item.ts";
import type { Spec } from "../../spec/spec.ts";
import { readBody } from "./read-body.ts";
import { readParameters } from "./read-parameters.ts";
import { readResponses } from "./read-responses.ts";
import { readSecurity } from "./read-security.ts";
import { readServers } from "./read-servers.ts";
import type { WireOperation } from "./wire.ts";

export interface PathItem {
  readonly node: Node;
  readonly path: string;
  /** The name of the webhook or callback, when the API is the one who sends it. */
  readonly incoming?: string;
}

/** The operations of a path item, in document order. */
export function readOperations(spec: Spec, item: PathItem): readonly WireOperation[] {
  const items = pathItemsOf(spec, item.node);
  return operationsOf(spec, items).map((operation) => readOperation(spec, item, items, operation));
}

function readOperation(
  spec: Spec,
  { node: { pointer: place }, path, incoming }: PathItem,
  items: readonly Node[],
  { method, pointer, node }: PathItemOperation,
): WireOperation {
  const operationId = node.string("operationId");
  const parameters = parametersOf(spec, items, node).filter(isNamed);
  return {
    key: incoming === undefined ? `${method} ${pathShape(path)}` : `${incoming} ${method}`,
    id: `#${place}/${pointer}`,
    name: incoming ?? nameOf(operationId, method, path),
    operationId,
    method,
    path,
    node,
    parameters: readParameters(spec, path, node, parameters),
    body: readBody(spec, node, parameters),
    responses: readResponses(spec, node),
    security: readSecurity(node),
    servers: [node, ...items].flatMap(readServers),
  };
}

/** What says neither its name nor its place is no parameter. */
function isNamed(parameter: Node): boolean {
  return parameter.string("name") !== undefined && parameter.string("in") !== undefined;
}

/** Paths that differ in the names of their parameters only are one path to a server. */
function pathShape(path: string): string {
  return path.replace(/\{[^{}]*\}/g, "{}");
}

/** As layout names the function, collisions apart. */
function nameOf(operationId: string | undefined, method: string, path: string): string {
  return operationId === undefined || !/\p{ID_Continue}/u.test(operationId)
    ? operationNameOf(method, path)
    : functionNameOf(operationId);
}
