import { fail } from "../../diagnostics.ts";
import type { EventsConfig } from "../../options.ts";
import type { Source, WrittenEvents } from "../../source.ts";
import { displayName, toUrl } from "../address.ts";
import { decodeText } from "../decode.ts";
import type { LoadContext } from "../context.ts";
import { defaultNetworkPolicy, naming, type NetworkPolicy } from "../network/policy.ts";
import type { RawDocument } from "../raw-document.ts";
import { readBytes } from "../read.ts";
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
  const network = context.network ?? defaultNetworkPolicy;
  if (page !== undefined) return readEventsPage(await readPage(page, folder, network), diagnostics);
  if (config?.types === undefined || source === undefined) return undefined;
  return readEventsList(config.types, source, diagnostics);
}

async function readPage(
  input: string,
  folder: string,
  network: NetworkPolicy,
): Promise<RawDocument> {
  const url = toUrl(input, folder);
  const found = await readBytes(url, naming(network, url));
  if (found.kind !== "read") {
    const code = found.kind === "missing" ? "document-not-found" : "document-unreadable";
    return fail(code, undefined, { input, reason: found.reason });
  }
  const text = decodeText(found.bytes);
  if (text === undefined) return fail("document-not-text", undefined, { input });
  return { name: displayName(found.url, folder), url: found.url.href, text };
}
