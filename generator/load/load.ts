import { Diagnostics, fail } from "../diagnostics.ts";
import type { Documents, Source } from "../source.ts";
import { displayName, toUrl } from "./address.ts";
import type { LoadContext } from "./context.ts";
import { decodeText } from "./decode.ts";
import { defaultNetworkPolicy, naming, type NetworkPolicy } from "./network/policy.ts";
import { checkOpenApi } from "./openapi.ts";
import { loadOverlays } from "./overlays/load-overlays.ts";
import { parseDocument } from "./parse-document.ts";
import { readBytes } from "./read.ts";
import { loadReferences } from "./references/load-references.ts";

export interface LoadOptions {
  /** The folder that paths are relative to, and that names are shown relative to. Default: the working directory. */
  readonly folder?: string;
  readonly network?: Partial<NetworkPolicy>;
  /** Overlays to apply to the document, in this order: paths or URLs. */
  readonly overlays?: readonly string[];
  /** Takes the warnings. Errors end the loading with a `Failure`. */
  readonly diagnostics?: Diagnostics;
}

/**
 * Reads an OpenAPI document and every document that it refers to.
 *
 * `input` is a path or an http(s) URL of JSON, YAML, or a docs page in Markdown with one fenced OpenAPI block.
 * Throws a `Failure` when the entry document can not be used; a document that it refers to is named in `missing` instead.
 */
export async function loadDocuments(input: string, options: LoadOptions = {}): Promise<Documents> {
  const folder = options.folder ?? process.cwd();
  const diagnostics = options.diagnostics ?? new Diagnostics();
  const entryUrl = toUrl(input, folder);
  const network = naming({ ...defaultNetworkPolicy, ...options.network }, entryUrl);
  const context = { folder, network, diagnostics };
  const { entry, overlays } = await loadOverlays(
    await loadEntry(entryUrl, context),
    options.overlays ?? [],
    context,
  );
  checkOpenApi(entry);
  return { ...(await loadReferences(entry, context)), overlays };
}

async function loadEntry(url: URL, context: LoadContext): Promise<Source> {
  const found = await readBytes(url, context.network);
  if (found.kind !== "read") {
    const code = found.kind === "missing" ? "document-not-found" : "document-unreadable";
    return fail(code, undefined, { input: displayName(url, context.folder), reason: found.reason });
  }
  const name = displayName(found.url, context.folder);
  const text = decodeText(found.bytes);
  if (text === undefined) return fail("document-not-text", undefined, { input: name });
  return parseDocument({ name, url: found.url.href, text }, context.diagnostics);
}
