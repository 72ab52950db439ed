import type { Api, DeclarationId, Webhook } from "../model.ts";
import { pascalCase } from "../names.ts";
import type { NameTable } from "./name-table.ts";

/** `NewPetWebhook`; `CreateStreamOnDataCallback` for one that an operation asks for. By the id of their operation. */
export function nameIncoming(
  table: NameTable,
  api: Api,
  functionOf: (id: DeclarationId) => string,
): ReadonlyMap<DeclarationId, string> {
  return table.claim(
    "incoming",
    api.webhooks.map((webhook) => {
      const name = nameOf(webhook, functionOf);
      const { method } = webhook.operation;
      return {
        key: webhook.operation.id,
        name,
        own: false,
        fallback: () => `${name}${pascalCase(method.toLowerCase())}`,
      };
    }),
  );
}

/** `NewPetWebhookAnswer`, for those that are to be answered with more than a status. */
export function nameAnswers(
  table: NameTable,
  api: Api,
  incoming: ReadonlyMap<DeclarationId, string>,
): ReadonlyMap<DeclarationId, string> {
  const answered = api.webhooks.filter(({ operation: { responses } }) =>
    responses.some(({ contents }) => contents.length > 0),
  );
  return table.claim(
    "answers",
    answered.map(({ operation: { id } }) => {
      const name = `${incoming.get(id)}Answer`;
      return { key: id, name, own: false, fallback: () => `${name}Body` };
    }),
  );
}

function nameOf({ name, callbackOf }: Webhook, functionOf: (id: DeclarationId) => string): string {
  if (callbackOf === undefined) return withEnding(pascalCase(name), "Webhook");
  return withEnding(`${pascalCase(functionOf(callbackOf))}${pascalCase(name)}`, "Callback");
}

function withEnding(name: string, ending: string): string {
  return name.endsWith(ending) ? name : `${name}${ending}`;
}
