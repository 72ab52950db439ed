import { Failure } from "../../diagnostics.ts";
import type { Documents, Source } from "../../source.ts";
import { displayName } from "../address.ts";
import type { LoadContext } from "../context.ts";
import { decodeText } from "../decode.ts";
import { readDataDocument } from "../read-data-document.ts";
import { readBytes } from "../read.ts";
import { findLinks } from "./external-references.ts";

/** Reads what the entry document refers to, and what that refers to, each once and in the order of first mention. */
export async function loadReferences(entry: Source, context: LoadContext): Promise<Documents> {
  const sources = new Map<string, Source>([[entry.url, entry]]);
  const missing = new Map<string, string>();
  const identities = new Set<string>();
  const depths = new Map<string, number>([[entry.url, 0]]);
  let fetched = 0;
  // A Map's iterator also meets what is added on the way: this is the queue.
  for (const source of sources.values()) {
    const links = findLinks(source);
    for (const identity of links.identities) identities.add(identity);
    for (const url of links.references) {
      if (sources.has(url) || missing.has(url) || identities.has(url)) continue;
      if (!url.startsWith("file:")) fetched++;
      const depth = (depths.get(source.url) ?? 0) + 1;
      depths.set(url, depth);
      const result = await loadReference(url, source, { fetched, depth }, context);
      if (typeof result === "string") missing.set(url, result);
      else sources.set(url, result);
    }
  }
  return { entry, sources, missing };
}

/** The source, or why it could not be read. */
async function loadReference(
  href: string,
  from: Source,
  { fetched, depth }: { readonly fetched: number; readonly depth: number },
  context: LoadContext,
): Promise<Source | string> {
  const url = new URL(href);
  if (url.protocol === "file:" && !from.url.startsWith("file:")) {
    return "a document from the network may not refer to files of this computer";
  }
  if (fetched > context.network.maxDocuments)
    return `more than ${context.network.maxDocuments} documents are referred to`;
  if (url.protocol !== "file:" && depth > context.network.maxDepth)
    return `more than ${context.network.maxDepth} documents lead to it`;
  const found = await readBytes(url, context.network);
  if (found.kind !== "read") return found.reason;
  const text = decodeText(found.bytes);
  if (text === undefined) return "it is not text";
  return parseReference({ name: displayName(url, context.folder), url: href, text }, context);
}

async function parseReference(
  document: { readonly name: string; readonly url: string; readonly text: string },
  context: LoadContext,
): Promise<Source | string> {
  try {
    return await readDataDocument(document, context.diagnostics);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const [first] = error.diagnostics;
    const position = first?.at?.source.locate(first.at.pointer);
    const place =
      position === undefined ? "" : ` (line ${position.line}, column ${position.column})`;
    return `it can not be parsed${place}: ${first?.message ?? ""}`;
  }
}
