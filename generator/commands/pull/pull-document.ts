import { dirname } from "node:path/posix";
import { Diagnostics } from "../../diagnostics.ts";
import { checkOpenApi } from "../../load/openapi.ts";
import { parseDocument } from "../../load/parse-document.ts";
import { findLinks } from "../../load/references/external-references.ts";
import { collectParts } from "./collect-parts.ts";
import type { FetchedText } from "./fetcher.ts";
import { keptLinks, type Part } from "./parts.ts";
import { Places } from "./places.ts";
import type { PullContext, PulledFile } from "./pulled.ts";
import { rewriteReferences } from "./rewrite-references.ts";

/** An OpenAPI document that was fetched, and the file that it is for. */
export interface FoundDocument {
  readonly url: URL;
  readonly to: string;
  readonly found: FetchedText;
}

/**
 * Takes an OpenAPI document together with the files that it refers to, as far as they may be fetched. They are laid out
 * so that relative references are right as they are written; the others are rewritten.
 * Diagnostics: `document-unreadable`, those of `parseDocument` and `checkOpenApi`, which end the pull, and those of
 * `collectParts` and `rewriteReferences`.
 */
export async function pullDocument(
  { url, to, found }: FoundDocument,
  context: PullContext,
): Promise<readonly PulledFile[]> {
  const entry = await readEntry(url, to, found, context);
  const parts = await collectParts(entry, dirname(to), context);
  const paths = pathsOf(parts, to, found.url);
  const files: PulledFile[] = [];
  for (const part of parts) {
    const path = paths.get(part.url) ?? to;
    const text = part.isKept
      ? part.text
      : await rewriteReferences(part, path, paths, context.diagnostics);
    const role = part === entry ? "document" : "part";
    files.push({ path, text, origin: part.url, validators: part.validators, role });
  }
  return files;
}

async function readEntry(
  url: URL,
  to: string,
  found: FetchedText,
  context: PullContext,
): Promise<Part> {
  const { text, validators, isKept } = found;
  const part = { url: url.href, text, validators, kept: undefined, isKept };
  const kept = isKept ? await keptLinks(text, to, context.kept) : undefined;
  if (kept !== undefined) return { ...part, links: kept };
  if (isKept) {
    const anew = await context.fetcher.get(url);
    if (anew.kind === "text") return readEntry(url, to, anew, context);
  }
  const document = { name: url.href, url: found.url.href, text };
  const source = await parseDocument(document, new Diagnostics());
  checkOpenApi(source);
  return { ...part, isKept: false, links: findLinks(source).written };
}

/** The place of each part, by its address: the one that it has, or one that fits its address. */
function pathsOf(parts: readonly Part[], to: string, base: URL): ReadonlyMap<string, string> {
  const places = new Places(dirname(to), base);
  const paths = new Map<string, string>();
  const [entry, ...others] = parts;
  if (entry !== undefined) paths.set(entry.url, to);
  places.claim(entry?.url ?? "", to);
  for (const { url, kept } of others) {
    if (kept !== undefined && places.claim(url, kept.path)) paths.set(url, kept.path);
  }
  for (const { url } of others) {
    if (!paths.has(url)) paths.set(url, places.placeOf(new URL(url), ""));
  }
  return paths;
}
