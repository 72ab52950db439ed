import { FrameError } from "./frame-error.js";

/**
 * The lines of a stream of UTF-8 text, ended by LF, CR or CRLF, wherever its
 * chunks are cut. What follows the last line end is given too, if it is not empty.
 *
 * @throws FrameError for a line of more than `max` characters.
 */
export async function* linesOf(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  max: number,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let pending: string[] = [];
  let size = 0;
  let afterCr = false;
  for (;;) {
    const { done, value } = await reader.read();
    let text = decoder.decode(value, { stream: !done });
    const rest = afterCr && text.startsWith("\n");
    if (text) afterCr = text.endsWith("\r");
    if (rest) text = text.slice(1);
    const parts = text.split(/\r\n|\n|\r/);
    for (const [index, part] of parts.entries()) {
      size += part.length;
      if (size > max) throw new FrameError(max);
      // Kept in pieces, so that a line which trickles in costs no more than its length.
      pending.push(part);
      if (index === parts.length - 1) break;
      yield pending.join("");
      pending = [];
      size = 0;
    }
    if (done) break;
  }
  if (size) yield pending.join("");
}
