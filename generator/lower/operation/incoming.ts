import { escapeToken } from "../../json-pointer.ts";
import type { DeclarationId, Webhook } from "../../model.ts";
import type { Node } from "../../spec/node.ts";
import type { Context } from "../context.ts";
import { operationNodes, type OperationNode } from "./operation-node.ts";
import { lowerOperation } from "./operation.ts";

/** Requests that the API sends: its webhooks, and the callbacks of the operations of its paths. */
export function lowerIncoming(
  context: Context,
  paths: readonly OperationNode[],
): readonly Webhook[] {
  return [...lowerWebhooks(context), ...paths.flatMap((from) => lowerCallbacks(context, from))];
}

/** OpenAPI 3.1 `webhooks`, and the extension that 3.0 documents use for them. */
function lowerWebhooks(context: Context): readonly Webhook[] {
  const { root } = context.spec;
  const members = (root.get("webhooks") ?? root.get("x-webhooks"))?.members() ?? [];
  return members.flatMap((item) => requestsOf(context, { item, name: item.key }));
}

/** Each expression of a Callback Object is a path item (OpenAPI 3.1, 4.8.18). */
function lowerCallbacks(context: Context, { id, node }: OperationNode): readonly Webhook[] {
  return (node.get("callbacks")?.members() ?? []).flatMap((member) => {
    const expressions = context.spec.follow(member)?.members() ?? [];
    return expressions
      .filter(({ key }) => !key.startsWith("x-"))
      .flatMap((item) =>
        requestsOf(context, {
          item,
          name: member.key,
          callbackOf: id,
          // Not the place of the path item: many operations can refer to one callback.
          place: `${id}/callbacks/${escapeToken(member.key)}/${escapeToken(item.key)}`,
        }),
      );
  });
}

interface Incoming {
  readonly item: Node;
  readonly name: string;
  readonly callbackOf?: DeclarationId;
  readonly place?: DeclarationId;
}

function requestsOf(
  context: Context,
  { item, name, callbackOf, place }: Incoming,
): readonly Webhook[] {
  return operationNodes(context, item, place).map((from) => ({
    name,
    callbackOf,
    operation: lowerOperation(context, { ...from, path: "" }, "webhooks", true),
  }));
}
