import type { Emitter } from "../emitter.ts";
import { Module } from "../module.ts";
import { declareEvents } from "./declare.ts";
import { declareGroups } from "./groups.ts";
import { declareReceiver } from "./receiver.ts";

/** `events.ts`: a type for each event, and the union of them. Only where events are known. */
export const emitEvents: Emitter = (api, layout, options) => {
  const { events } = api;
  if (events === undefined) return [];
  const module = new Module("events");
  const scope = { module, layout, direction: "response" } as const;
  module.add(...declareEvents(api, events, scope), ...declareGroups(events, scope));
  return [module.print(options)];
};

/** `webhooks.ts`: receiving events, an entry of its own (`deck-sdk/webhooks`). */
export const emitWebhooks: Emitter = (api, layout, options) => {
  const { events } = api;
  if (events === undefined || !events.receiver) return [];
  const module = new Module("webhooks");
  const scope = { module, layout, direction: "response" } as const;
  module.add(...declareReceiver(api, events, scope, options.importExtension));
  return [module.print(options)];
};
