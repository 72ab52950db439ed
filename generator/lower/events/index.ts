import type { Api } from "../../model.ts";
import type { EventsConfig } from "../../options.ts";
import type { WrittenEvents } from "../../source.ts";
import type { Context } from "../context.ts";
import { carryEvents } from "./carry.ts";
import { catalogueOfPage } from "./of-page.ts";
import { catalogueOfWebhooks } from "./of-webhooks.ts";

/**
 * Gives the API its catalogue of events: from a page or a list (`written`), else from the document's `webhooks`.
 * Where operations answer with events, their types become the union of them.
 * Diagnostics: `event-envelope-guessed`, `event-envelope-not-found`, `event-envelope-unknown`, `event-type-unlisted`,
 * `event-type-undocumented`, `events-without-type`.
 */
export function lowerEvents(
  context: Context,
  api: Api,
  written: WrittenEvents | undefined,
  config: EventsConfig | undefined,
): Api {
  const events =
    written === undefined
      ? catalogueOfWebhooks(context, api, config)
      : catalogueOfPage(context, api, written, config ?? {});
  if (events === undefined) return api;
  return carryEvents({ ...api, events }, events);
}
