import { type Diagnostics, fail } from "../../diagnostics.ts";
import type { Source } from "../../source.ts";
import { reportDuplicateKeys } from "../duplicate-keys.ts";
import { positionFinder } from "../positions.ts";
import { brokenSource, type RawDocument } from "../raw-document.ts";
import { duplicateJsonKeys } from "./json-duplicates.ts";
import { findJsonSyntaxError } from "./json-syntax.ts";
import { jsonPositions } from "./json-positions.ts";

/**
 * Reads a JSON document. Diagnostics: `invalid-json` and, to those that are given, the warning `duplicate-key`: the
 * last one counts, as for JSON.parse.
 */
export function readJson(document: RawDocument, diagnostics?: Diagnostics): Source {
  const { name, url, text } = document;
  const value = parse(document);
  const duplicates = diagnostics && duplicateJsonKeys(text, value);
  if (duplicates) reportDuplicateKeys(document, duplicates, diagnostics);
  let offsetOf: ((pointer: string) => number) | undefined;
  const toPosition = positionFinder(text);
  return {
    name,
    url,
    text,
    value,
    locate(pointer) {
      offsetOf ??= jsonPositions(text, duplicates?.length === 0);
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
