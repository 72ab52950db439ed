import { fail } from "../../diagnostics.ts";
import type { Source } from "../../source.ts";
import { displayName, toUrl } from "../address.ts";
import type { LoadContext } from "../context.ts";
import { decodeText } from "../decode.ts";
import { naming } from "../network/policy.ts";
import { readBytes } from "../read.ts";
import { readDataDocument } from "../read-data-document.ts";

/** An entry document as overlays leave it. */
export interface Overlaid {
  readonly entry: Source;
  /** The overlays, in the order in which they were applied. */
  readonly overlays: readonly Source[];
}

/**
 * Applies overlays (paths or URLs) to a document. Its value is the new one, and `origin` tells where each part was
 * written. Without overlays nothing more is loaded. Diagnostics: `document-not-found`, `document-unreadable`,
 * `document-not-text`, and those of `applyOverlay`.
 */
export async function loadOverlays(
  entry: Source,
  inputs: readonly string[],
  context: LoadContext,
): Promise<Overlaid> {
  if (inputs.length === 0) return { entry, overlays: [] };
  const { OverlaidTree } = await import("./overlaid-tree.ts");
  const { applyOverlay } = await import("./apply-overlay.ts");
  const tree = new OverlaidTree(entry);
  const overlays: Source[] = [];
  for (const input of inputs) {
    const overlay = await readOverlaySource(input, context);
    applyOverlay(tree, overlay, context.diagnostics);
    overlays.push(overlay);
  }
  const overlaid: Source = {
    ...entry,
    value: tree.value,
    locate: (pointer) => {
      const origin = tree.originOf(pointer);
      return entry.locate(
        origin.source === entry ? origin.pointer : nearestOf(tree, entry, pointer),
      );
    },
    origin: (pointer) => {
      const origin = tree.originOf(pointer);
      return origin.source === entry ? { source: overlaid, pointer } : origin;
    },
  };
  return { entry: overlaid, overlays };
}

/** The pointer, in the document, of what a part of an overlay was put into. */
function nearestOf(
  tree: { originOf(pointer: string): { readonly source: Source; readonly pointer: string } },
  entry: Source,
  pointer: string,
): string {
  for (let place = pointer; place !== ""; place = place.slice(0, place.lastIndexOf("/"))) {
    const origin = tree.originOf(place);
    if (origin.source === entry) return origin.pointer;
  }
  return "";
}

async function readOverlaySource(input: string, context: LoadContext): Promise<Source> {
  const url = toUrl(input, context.folder);
  const found = await readBytes(url, naming(context.network, url));
  const name = displayName(url, context.folder);
  if (found.kind !== "read") {
    const code = found.kind === "missing" ? "document-not-found" : "document-unreadable";
    return fail(code, undefined, { input: name, reason: found.reason });
  }
  const text = decodeText(found.bytes);
  if (text === undefined) return fail("document-not-text", undefined, { input: name });
  return readDataDocument({ name, url: found.url.href, text }, context.diagnostics);
}
