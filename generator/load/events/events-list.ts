import type { Diagnostics } from "../../diagnostics.ts";
import type { EventTypeConfig } from "../../options.ts";
import type { Source, WrittenEvents } from "../../source.ts";
import { checkEventTypes } from "./event-types.ts";

/**
 * Event types that stand in the config itself (`events.types`).
 * Diagnostics: `event-type-malformed`, `event-type-repeated`.
 */
export function readEventsList(
  types: readonly EventTypeConfig[],
  source: Source,
  diagnostics: Diagnostics,
): WrittenEvents {
  const written = types.map((item, index) => ({
    type: typeof item === "string" ? item : item.type,
    description: typeof item === "string" ? undefined : item.description,
    pointer: `/events/types/${index}`,
  }));
  return { source, types: checkEventTypes(source, written, diagnostics), examples: [] };
}
