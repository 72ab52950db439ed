import { isBytes, toText } from "./bytes.js";
import { flawOf } from "./check.js";
import type { EventFormat } from "./format.js";
import { EventParseError } from "./parse-error.js";

/**
 * The event whose JSON `body` is.
 *
 * @throws EventParseError `not-json` or `not-an-event`.
 */
export function readBody<Event>(
  format: EventFormat<Event>,
  body: unknown,
): Event {
  const value = readJson(body);
  const flaw = flawOf(format, value);
  if (flaw === undefined) return value as Event;
  throw notAnEvent(flaw);
}

/** Text and bytes as the JSON value in them; any other value as it is. */
export function readJson(input: unknown): unknown {
  if (typeof input !== "string" && !isBytes(input)) return input;
  try {
    return JSON.parse(typeof input === "string" ? input : toText(input));
  } catch (cause) {
    throw new EventParseError("not-json", "It is not JSON.", { cause });
  }
}

export function notAnEvent(flaw: string): EventParseError {
  return new EventParseError("not-an-event", `This is not an event. ${flaw}`);
}
