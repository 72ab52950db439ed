import { FrameError } from "./frame-error.js";
import type { ReadItems, StreamCursor } from "./stream.js";

/** An event as it was sent (HTML standard, "Server-sent events"). */
export interface ServerSentEvent {
  /** `message` when the server does not say. */
  readonly event: string;
  readonly data: string;
  /** The id of this or the last event that had one; empty when none had. */
  readonly id: string;
}

/** Server-sent events whose data are the items, as JSON or else as text. `[DONE]` ends the stream. */
export const readEvents: ReadItems = async function* (lines, cursor, max) {
  for await (const { data } of parse(lines, cursor, max)) {
    if (data === "[DONE]") return;
    yield jsonOr(data);
  }
};

/** Server-sent events as they are, each with `event`, `data` and `id`. */
export const readServerSentEvents: ReadItems = parse;

/** The same with `data` as JSON, or else as text. */
export const readJsonEvents: ReadItems = async function* (lines, cursor, max) {
  for await (const event of parse(lines, cursor, max)) {
    yield { ...event, data: jsonOr(event.data) };
  }
};

/**
 * What a `Last-Event-ID` can hold. An id with NUL is passed over (HTML standard);
 * so are those with other control characters, which `fetch` refuses to send.
 */
const sendable = /^[\t -~\x80-\uffff]*$/;

async function* parse(
  lines: AsyncIterable<string>,
  cursor: StreamCursor,
  max: number,
): AsyncGenerator<ServerSentEvent, void, undefined> {
  let event = "message";
  let data: string[] = [];
  let { id = "" } = cursor;
  let size = 0;
  for await (const line of lines) {
    const [, field, value = ""] = /^([^:]*)(?:: ?(.*))?$/s.exec(line)!;
    if (line === "") {
      // Not before the event is whole: one that broke off is to come again.
      cursor.id = id;
      if (data.length > 0) yield { event, data: data.join("\n"), id };
      event = "message";
      data = [];
      size = 0;
    } else if (field === "data") {
      size += value.length + 1;
      if (size > max) throw new FrameError(max);
      data.push(value);
    } else if (field === "event") event = value || "message";
    else if (field === "id" && sendable.test(value)) id = value;
    else if (field === "retry" && /^\d+$/.test(value)) {
      // More than timers can count would be no pause at all.
      cursor.retry = Math.min(+value, 2 ** 31 - 1);
    }
  }
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
