import type { Nodes, Root } from "mdast";

/** A link of an index, in the order of the index. */
export interface IndexLink {
  /** Without fragment, made absolute against the index. */
  readonly url: URL;
  readonly title: string;
  /** The headings that it stands under, the outer one first. */
  readonly headings: readonly string[];
}

/**
 * The links of a documentation index such as `llms.txt` (https://llmstxt.org): a page in Markdown whose lists link to
 * all pages. Addresses that stand there as plain text count too. What can not be fetched, such as `mailto:`, is left out;
 * a page that is linked a second time, or to two of its headings, is listed once.
 */
export async function readIndex(text: string, base: URL): Promise<readonly IndexLink[]> {
  const { parseMarkdown } = await import("../markdown/parse-markdown.ts");
  const root = parseMarkdown(text);
  const definitions = definitionsOf(root);
  const links = new Map<string, IndexLink>();
  const headings: string[] = [];
  for (const block of root.children) {
    if (block.type === "heading") {
      headings.splice(block.depth - 1, headings.length, textOf(block));
      continue;
    }
    for (const { target, title } of linksIn(block, definitions)) {
      const url = absolute(target, base);
      if (url === undefined || url.href === withoutHash(base).href || links.has(url.href)) continue;
      links.set(url.href, { url, title, headings: [...headings] });
    }
  }
  return [...links.values()];
}

interface Link {
  readonly target: string;
  readonly title: string;
}

type Definitions = ReadonlyMap<string, string>;

/** `[name]: https://...` somewhere in the page, for links that are written `[title][name]`. */
function definitionsOf({ children }: Root): Definitions {
  return new Map(
    children.flatMap((node) => (node.type === "definition" ? [[node.identifier, node.url]] : [])),
  );
}

function linksIn(node: Nodes, definitions: Definitions): readonly Link[] {
  if (node.type === "link") return [{ target: node.url, title: textOf(node) }];
  if (node.type === "linkReference") {
    const target = definitions.get(node.identifier);
    return target === undefined ? [] : [{ target, title: textOf(node) }];
  }
  if (node.type === "text") return plainLinks(node.value);
  return "children" in node ? node.children.flatMap((child) => linksIn(child, definitions)) : [];
}

function plainLinks(text: string): readonly Link[] {
  return [...text.matchAll(/https?:\/\/[^\s<>"'`)\]]+/g)].map(([found]) => ({
    target: found.replace(/[.,:;!?]+$/, ""),
    title: "",
  }));
}

function absolute(target: string, base: URL): URL | undefined {
  if (!URL.canParse(target, base.href)) return undefined;
  const url = withoutHash(new URL(target, base));
  return /^https?:$/.test(url.protocol) ? url : undefined;
}

function withoutHash(url: URL): URL {
  const bare = new URL(url);
  bare.hash = "";
  return bare;
}

function textOf(node: Nodes): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}
