import { concatenate } from "./bytes.js";
import { BodyTooLargeError } from "./receive.js";

/** The default limit of a delivery's body: events are summaries. */
export const MAX_BYTES = 1_048_576;

/** Refuses by the length that is known, before a byte is read. */
export function checkLength(length: number, maxBytes: number): void {
  if (length > maxBytes) throw new BodyTooLargeError(maxBytes);
}

/** Collects the chunks of a body, and stops at the limit. */
export class BodyCollector {
  readonly #chunks: Uint8Array[] = [];
  readonly #maxBytes: number;
  #length = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  add(chunk: Uint8Array): void {
    this.#length += chunk.byteLength;
    if (this.#length > this.#maxBytes) {
      throw new BodyTooLargeError(this.#maxBytes);
    }
    this.#chunks.push(chunk);
  }

  bytes(): Uint8Array {
    return concatenate(this.#chunks);
  }
}
