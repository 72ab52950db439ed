import type { Diagnostics } from "../../diagnostics.ts";
import { pointerOf } from "../../json-pointer.ts";
import type { Source } from "../../source.ts";
import { titleOf } from "./disagreement.ts";
import { firstDifference } from "./first-difference.ts";
import { type Part, partsOf } from "./parts.ts";

/**
 * Says where docs pages show operations and components in other words than the document that they are of; each once, at
 * the first page. Diagnostic: `excerpt-differs`.
 */
export function compareExcerpts(
  document: Source,
  excerpts: readonly Source[],
  diagnostics: Diagnostics,
): void {
  const seen = new Set<string>();
  for (const part of excerpts.flatMap(partsOf)) {
    const pointer = pointerOf(part.path);
    if (part.path.length < 3 || seen.has(pointer)) continue;
    seen.add(pointer);
    compare(document, part, diagnostics);
  }
}

function compare(document: Source, { source, value, path }: Part, diagnostics: Diagnostics): void {
  const difference = firstDifference(valueAt(document.value, path), value, undefined, path);
  if (difference === undefined) return;
  const pointer = pointerOf(difference);
  const { line, column } = document.locate(pointer);
  const about = { what: titleOf(path), other: `${document.name}:${line}:${column}` };
  diagnostics.report("excerpt-differs", { source, pointer }, about);
}

function valueAt(root: unknown, path: readonly string[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}
