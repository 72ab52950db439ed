import { addTo } from "../group-by.ts";
import { mentionsOf } from "../mentions.ts";
import type { Source } from "../source.ts";
import type { Node } from "./node.ts";

/**
 * `$id`, `$anchor` and `$dynamicAnchor` of a document (JSON Schema 2020-12 core, section 8).
 * Built only for documents whose text mentions one of them.
 */
export interface Identifiers {
  /** Schema resources by absolute URI without fragment. */
  readonly resources: ReadonlyMap<string, Node>;
  /** Anchors by `<resource URI>#<name>`. */
  readonly anchors: ReadonlyMap<string, Node>;
  /** Names of dynamic anchors, and all places that carry them. */
  readonly dynamicAnchors: ReadonlyMap<string, readonly Node[]>;
}

/** Keywords whose values are data, where `$id` means nothing. */
const DATA_KEYWORDS = new Set(["example", "examples", "default", "enum", "const"]);

/** Keywords whose members are schemas under names that people chose: `default` may be one of them. */
const NAMED_SCHEMAS = new Set(["properties", "$defs", "definitions", "schemas"]);

/** False when the text of a document rules out that it has any. */
export function mentionsIdentifiers(source: Source): boolean {
  const { words } = mentionsOf(source);
  return ["id", "anchor", "dynamicAnchor", "schema"].some((word) => words.has(word));
}

/** Undefined where identifiers are only mentioned: in data, or as names of properties. */
export function collectIdentifiers(roots: readonly Node[]): Identifiers | undefined {
  const resources = new Map<string, Node>();
  const anchors = new Map<string, Node>();
  const dynamicAnchors = new Map<string, Node[]>();
  const pending = roots.map((node) => ({ node, base: node.source.url }));
  for (let entry = pending.pop(); entry !== undefined; entry = pending.pop()) {
    const { node } = entry;
    const base = resourceUri(node, entry.base) ?? entry.base;
    if (base !== entry.base && !resources.has(base)) resources.set(base, node);
    const anchor = node.string("$anchor");
    if (anchor !== undefined) anchors.set(`${base}#${anchor}`, node);
    const dynamicAnchor = node.string("$dynamicAnchor");
    if (dynamicAnchor !== undefined) {
      anchors.set(`${base}#${dynamicAnchor}`, node);
      addTo(dynamicAnchors, dynamicAnchor, node);
    }
    for (const child of children(node)) pending.push({ node: child, base });
  }
  return resources.size + anchors.size > 0 ? { resources, anchors, dynamicAnchors } : undefined;
}

/**
 * The absolute URI of the schema resource that starts at this node: what its `$id` gives. A schema inside a document that
 * only names its dialect (`$schema`) is the root of a resource too (core, section 8.1.1), known by its place.
 */
export function resourceUri(node: Node, base: string): string | undefined {
  const id = node.string("$id");
  if (id !== undefined && !id.startsWith("#") && URL.canParse(id, base)) {
    const url = new URL(id, base);
    url.hash = "";
    return url.href;
  }
  const isEmbedded = node.parent !== undefined && node.string("$schema") !== undefined;
  return isEmbedded ? `${node.source.url}#${node.pointer}` : undefined;
}

function children(node: Node): readonly Node[] {
  const all = node.containers();
  return NAMED_SCHEMAS.has(node.key) ? all : all.filter(({ key }) => !DATA_KEYWORDS.has(key));
}
