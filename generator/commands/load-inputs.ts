import type { Diagnostics } from "../diagnostics.ts";
import { loadEvents } from "../load/events/load-events.ts";
import { loadDocuments } from "../load/load.ts";
import type { Documents, Source, WrittenEvents } from "../source.ts";
import { networkPolicy } from "./network-settings.ts";
import type { Settings } from "./settings.ts";

/** What a run reads, besides the configuration and the lock. */
export interface Inputs {
  readonly documents: Documents;
  /** The event types of a docs page or of the configuration. */
  readonly writtenEvents: WrittenEvents | undefined;
  /** Every document and page that was read, but not the configuration. */
  readonly sources: readonly Source[];
}

/** Loads what the settings name. Names of sources in diagnostics are relative to `folder`. */
export async function loadInputs(
  { input, config, configSource, eventsPage, overlays, allow }: Settings,
  folder: string,
  diagnostics: Diagnostics,
): Promise<Inputs> {
  const network = networkPolicy({ config: config.network, source: configSource, allow });
  const loading = { folder, diagnostics, network };
  const documents = await loadDocuments(input, { ...loading, overlays });
  const writtenEvents = await loadEvents(
    { page: eventsPage, config: config.events, source: configSource },
    loading,
  );
  const read = [
    ...documents.sources.values(),
    ...(documents.overlays ?? []),
    ...(writtenEvents === undefined ? [] : [writtenEvents.source]),
  ];
  // Events may be listed in the configuration, which has a hash of its own.
  const sources = read.filter(({ url }) => url !== configSource?.url);
  return { documents, writtenEvents, sources };
}
