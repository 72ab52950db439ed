import { contentsOf } from "./carriers.js";
import { flawOf } from "./check.js";
import { type EventFormat, isRecord, own } from "./format.js";
import { EventParseError } from "./parse-error.js";
import { notAnEvent, readJson } from "./read.js";

/** Envelopes inside of envelopes: SNS in SQS in a Lambda event is three. */
const DEEPEST = 8;

/**
 * The one event in `input`: its JSON as text, bytes or value, or the message of
 * a queue that carries it.
 *
 * @throws EventParseError with a `code` that says why it is none.
 */
export function readEvent<Event>(
  format: EventFormat<Event>,
  input: unknown,
): Event {
  const [event, ...others] = readEvents(format, input);
  if (event === undefined) {
    throw new EventParseError("no-event", "There is no message in it.");
  }
  if (others.length === 0) return event;
  throw new EventParseError(
    "several-events",
    `There are ${others.length + 1} events in it. Use \`parseEvents\`.`,
  );
}

/**
 * All events in `input`, in order: what a batch of a queue holds.
 *
 * @throws EventParseError if one of them is not an event.
 */
export function readEvents<Event>(
  format: EventFormat<Event>,
  input: unknown,
): Event[] {
  return [...unwrap(format, input, 0)] as Event[];
}

function* unwrap(
  format: EventFormat<unknown>,
  input: unknown,
  depth: number,
): Generator {
  const value = readJson(input);
  const flaw = flawOf(format, value);
  if (flaw === undefined) {
    yield value;
    return;
  }
  const contents =
    depth === DEEPEST || claimsToBeEvent(format, value)
      ? undefined
      : contentsOf(value);
  if (contents === undefined) throw notAnEvent(flaw);
  for (const content of contents) yield* unwrap(format, content, depth + 1);
}

/** Then its own flaw is the news, not that of what its payload holds. */
function claimsToBeEvent(
  format: EventFormat<unknown>,
  value: unknown,
): boolean {
  if (!isRecord(value) || own(value, "specversion") !== undefined) return false;
  return typeof own(value, format.type) === "string";
}

/**
 * An event whose body does not say its type, under the name by which the
 * receiver knows it (its URL, a header).
 *
 * @throws EventParseError `not-json`.
 */
export function nameEvent<Event>(
  format: EventFormat<Event>,
  type: string,
  body: unknown,
): Event {
  const payload = format.payload ?? "data";
  return { [format.type]: type, [payload]: readJson(body) } as Event;
}
