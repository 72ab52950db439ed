import type { Place } from "../diagnostics.ts";
import { positionFinder } from "./positions.ts";

/** A document that was read but not yet parsed. */
export interface RawDocument {
  readonly name: string;
  readonly url: string;
  readonly text: string;
}

/** A place in text that has no value, because it does not parse: `offset` counts in UTF-16 code units. */
export function brokenSource(document: RawDocument, offset: number): Place {
  const position = positionFinder(document.text)(offset);
  return { source: { ...document, value: undefined, locate: () => position }, pointer: "" };
}
