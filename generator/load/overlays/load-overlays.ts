import type { Source } from "../../source.ts";
import { toUrl } from "../address.ts";
import type { LoadContext } from "../context.ts";
import { naming } from "../network/policy.ts";
import { readDataDocument } from "../read-data-document.ts";
import { readNamed } from "../read-named.ts";
import { OverlaidTree } from "./overlaid-tree.ts";

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
  const { folder, diagnostics } = context;
  const url = toUrl(input, folder);
  const network = naming(context.network, url);
  return readDataDocument(await readNamed(url, { folder, network }), diagnostics);
}
