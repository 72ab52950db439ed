import type { Diagnostics } from "../../diagnostics.ts";
import type { Source, WrittenEventType } from "../../source.ts";

/** `task_run.completed`, `fine_tuning.job.failed`: the last word is the action, what stands before it the object. */
const TYPE = /^[A-Za-z][\w-]*(?:\.[A-Za-z0-9][\w-]*)+$/;

const ABOUT_EVENTS = /\bevents?\b|\bfired\b|\btriggered\b/i;

/** True for the title of a column, or a row of titles, of a table that lists events. */
export function isAboutEvents(title: string): boolean {
  return ABOUT_EVENTS.test(title);
}

export function isEventType(text: string): boolean {
  return TYPE.test(text);
}

/**
 * Keeps what names an event, each type once.
 * Diagnostics: `event-type-malformed`, `event-type-repeated`; both leave the row out.
 */
export function checkEventTypes(
  source: Source,
  written: readonly WrittenEventType[],
  diagnostics: Diagnostics,
): readonly WrittenEventType[] {
  const seen = new Set<string>();
  return written.filter(({ type, pointer }) => {
    const at = { source, pointer };
    if (!isEventType(type)) diagnostics.report("event-type-malformed", at, { type });
    else if (seen.has(type)) diagnostics.report("event-type-repeated", at, { type });
    else return seen.add(type);
    return false;
  });
}
