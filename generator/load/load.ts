import { Diagnostics } from "../diagnostics.ts";
import type { Documents } from "../source.ts";
import { toUrl } from "./address.ts";
import { defaultNetworkPolicy, naming, type NetworkPolicy } from "./network/policy.ts";
import { checkOpenApi } from "./openapi.ts";
import { loadOverlays } from "./overlays/load-overlays.ts";
import { parseDocument } from "./parse-document.ts";
import { readNamed } from "./read-named.ts";
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
  const document = await parseDocument(await readNamed(entryUrl, context), diagnostics);
  const { entry, overlays } = await loadOverlays(document, options.overlays ?? [], context);
  checkOpenApi(entry);
  return { ...(await loadReferences(entry, context)), overlays };
}
