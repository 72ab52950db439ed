import { type Node, isRecord } from "./node.ts";

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

export function mentionsIdentifiers(text: string): boolean {
  return /\$(?:id|anchor|dynamicAnchor)\b/.test(text);
}

export function collectIdentifiers(roots: readonly Node[]): Identifiers {
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
      dynamicAnchors.set(dynamicAnchor, [...(dynamicAnchors.get(dynamicAnchor) ?? []), node]);
    }
    for (const child of children(node)) pending.push({ node: child, base });
  }
  return { resources, anchors, dynamicAnchors };
}

/** The absolute URI that `$id` gives to this node; undefined if it has none. */
export function resourceUri(node: Node, base: string): string | undefined {
  const id = node.string("$id");
  if (id === undefined || id.startsWith("#") || !URL.canParse(id, base)) return undefined;
  const url = new URL(id, base);
  url.hash = "";
  return url.href;
}

function children(node: Node): readonly Node[] {
  const all = isRecord(node.value) ? node.members() : node.items();
  return all.filter((child) => typeof child.value === "object" && !DATA_KEYWORDS.has(child.key));
}
