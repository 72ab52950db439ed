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

function nameOf({ name, callbackOf }: Webhook, functionOf: (id: DeclarationId) => string): string {
  if (callbackOf === undefined) return withEnding(pascalCase(name), "Webhook");
  return withEnding(`${pascalCase(functionOf(callbackOf))}${pascalCase(name)}`, "Callback");
}

function withEnding(name: string, ending: string): string {
  return name.endsWith(ending) ? name : `${name}${ending}`;
}
