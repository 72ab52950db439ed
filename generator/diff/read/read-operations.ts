import { functionNameOf, operationNameOf } from "../../names.ts";
import { PATH_ITEM_METHODS } from "../../path-item-methods.ts";
import { escapeToken, type Node } from "../../spec/node.ts";
import type { Spec } from "../../spec/spec.ts";
import { readBody } from "./read-body.ts";
import { parameterNodes, readParameters } from "./read-parameters.ts";
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

interface Written {
  readonly method: string;
  /** Where it is below the path, whatever that refers to. */
  readonly id: string;
  readonly node: Node;
}

/** The operations of a path item, in document order. */
export function readOperations(spec: Spec, item: PathItem): readonly WireOperation[] {
  const node = spec.follow(item.node);
  if (node === undefined) return [];
  const fixed = node
    .members()
    .filter(({ key }) => PATH_ITEM_METHODS.has(key))
    .map((one): Written => ({
      method: one.key.toUpperCase(),
      id: `#${item.node.pointer}/${one.key}`,
      node: one,
    }));
  const more = (node.get("additionalOperations")?.members() ?? []).map((one): Written => ({
    method: one.key,
    id: `#${item.node.pointer}/additionalOperations/${escapeToken(one.key)}`,
    node: one,
  }));
  return [...fixed, ...more].flatMap((written) => {
    const operation = spec.follow(written.node);
    if (operation?.isObject !== true) return [];
    return [readOperation(spec, item, node, { ...written, node: operation })];
  });
}

function readOperation(
  spec: Spec,
  { path, incoming }: PathItem,
  item: Node,
  { method, id, node }: Written,
): WireOperation {
  const operationId = node.string("operationId");
  const parameters = parameterNodes(spec, item, node);
  return {
    key: incoming === undefined ? `${method} ${pathShape(path)}` : `${incoming} ${method}`,
    id,
    name: incoming ?? nameOf(operationId, method, path),
    operationId,
    method,
    path,
    node,
    parameters: readParameters(spec, path, node, parameters),
    body: readBody(spec, node, parameters),
    responses: readResponses(spec, node),
    security: readSecurity(node),
    servers: [...readServers(node), ...readServers(item)],
  };
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
