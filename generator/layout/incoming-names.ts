import type { Api, DeclarationId, Parameter, Webhook } from "../model.ts";
import { pascalCase, withEnding } from "../names.ts";
import { claimEndings, found } from "./claims.ts";
import type { Claim, NameRole, NameTable } from "./name-table.ts";

/** The names of what belongs to an incoming request, by the id of its operation. */
export interface IncomingNames {
  /** Of the body: `NewPetWebhook`; `CreateStreamOnDataCallback` for one that an operation asks for. */
  readonly bodies: ReadonlyMap<DeclarationId, string>;
  /** `NewPetWebhookAnswer`, of those that are to be answered with more than a status. */
  readonly answers: ReadonlyMap<DeclarationId, string>;
  /** `NewPetWebhookHeaders`, of those that document some. */
  readonly headers: ReadonlyMap<DeclarationId, string>;
  /** `NewPetWebhookQuery`, likewise. */
  readonly queries: ReadonlyMap<DeclarationId, string>;
}

type FunctionOf = (id: DeclarationId) => string;

/** Names what the API sends after the webhook, or after the operation that asks for it and the callback. */
export function nameIncoming(
  table: NameTable,
  { webhooks }: Api,
  functionOf: FunctionOf,
): IncomingNames {
  const bodies = table.claim(
    "incoming",
    webhooks.map((webhook) => claimBody(webhook, functionOf)),
  );
  const claim = (
    role: NameRole,
    owners: readonly Webhook[],
    endings: readonly [string, string],
  ): ReadonlyMap<DeclarationId, string> =>
    claimEndings(
      table,
      role,
      owners.map(({ operation }) => operation.id),
      (id) => found(bodies.get(id), id),
      endings,
    );
  return {
    bodies,
    answers: claim("answers", webhooks.filter(isAnswered), ["Answer", "AnswerBody"]),
    headers: claim("incomingHeaders", having(webhooks, "header"), ["Headers", "RequestHeaders"]),
    queries: claim("incomingQueries", having(webhooks, "query"), ["Query", "QueryParameters"]),
  };
}

function claimBody(webhook: Webhook, functionOf: FunctionOf): Claim {
  const name = nameOf(webhook, functionOf);
  const { id, method } = webhook.operation;
  const fallback = (): string => `${name}${pascalCase(method.toLowerCase())}`;
  return { key: id, name, own: false, fallback };
}

function nameOf({ name, callbackOf }: Webhook, functionOf: FunctionOf): string {
  if (callbackOf === undefined) return withEnding(pascalCase(name), "Webhook");
  return withEnding(`${pascalCase(functionOf(callbackOf))}${pascalCase(name)}`, "Callback");
}

function isAnswered({ operation: { responses } }: Webhook): boolean {
  return responses.some(({ contents }) => contents.length > 0);
}

function having(webhooks: readonly Webhook[], place: Parameter["in"]): readonly Webhook[] {
  return webhooks.filter(({ operation }) => operation.parameters.some((one) => one.in === place));
}
