import type { EventsConfig } from "../../options.ts";
import type { Source, WrittenEvents } from "../../source.ts";
import { toUrl } from "../address.ts";
import type { LoadContext } from "../context.ts";
import { defaultNetworkPolicy, naming } from "../network/policy.ts";
import { readNamed } from "../read-named.ts";
import { readEventsList } from "./events-list.ts";
import { readEventsPage } from "./events-page.ts";

/** Where event types may stand. */
export interface EventsInput {
  /** The docs page: a path or an http(s) URL. */
  readonly page: string | undefined;
  readonly config: EventsConfig | undefined;
  /** The config's own source, for the places of `events.types`. */
  readonly source: Source | undefined;
}

/**
 * The event types of the docs page, or else those in the config; undefined when neither has any.
 * Diagnostics: those of `readEventsPage` and `readEventsList`, `document-not-found`, `document-unreadable`,
 * `document-not-text`; all but the repeated and the malformed type end the run.
 */
export async function loadEvents(
  { page, config, source }: EventsInput,
  context: Pick<LoadContext, "folder" | "diagnostics"> & Partial<LoadContext>,
): Promise<WrittenEvents | undefined> {
  const { folder, diagnostics } = context;
  if (page !== undefined) {
    const url = toUrl(page, folder);
    const network = naming(context.network ?? defaultNetworkPolicy, url);
    return readEventsPage(await readNamed(url, { folder, network }), diagnostics);
  }
  if (config?.types === undefined || source === undefined) return undefined;
  return readEventsList(config.types, source, diagnostics);
}
