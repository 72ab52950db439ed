import { fail } from "../../diagnostics.ts";
import type { Source } from "../../source.ts";
import { positionFinder } from "../positions.ts";
import { brokenSource, type RawDocument } from "../raw-document.ts";
import { findJsonSyntaxError } from "./json-syntax.ts";
import { jsonPositions } from "./json-positions.ts";

/** Reads a JSON document. Diagnostic: `invalid-json`. Of equal keys the last counts, as for JSON.parse. */
export function readJson({ name, url, text }: RawDocument): Source {
  const value = parse({ name, url, text });
  let offsetOf: ((pointer: string) => number) | undefined;
  const toPosition = positionFinder(text);
  return {
    name,
    url,
    text,
    value,
    locate(pointer) {
      offsetOf ??= jsonPositions(text);
      return toPosition(offsetOf(pointer));
    },
  };
}

function parse(document: RawDocument): unknown {
  try {
    return JSON.parse(document.text) as unknown;
  } catch (error) {
    const mistake = findJsonSyntaxError(document.text);
    if (mistake === undefined) throw error;
    return fail("invalid-json", brokenSource(document, mistake.offset), {
      problem: mistake.problem,
    });
  }
}
