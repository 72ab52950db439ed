import type { Token } from "markdown-it";
import { textOf } from "../markdown/text-of.ts";

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
  const links = new Map<string, IndexLink>();
  const headings: string[] = [];
  let before: Token | undefined;
  for (const token of parseMarkdown(text)) {
    const line = token.type === "inline" ? (token.children ?? []) : [];
    const depth = headingDepth(before);
    before = token;
    if (depth !== undefined) {
      headings.splice(depth - 1, headings.length, textOf(line));
      continue;
    }
    for (const { target, title } of linksIn(line)) {
      const url = absolute(target, base);
      if (url === undefined || url.href === withoutHash(base).href || links.has(url.href)) continue;
      links.set(url.href, { url, title, headings: [...headings] });
    }
  }
  return [...links.values()];
}

/** 1 to 6 for what begins a heading of the page itself: in a list or a quote, it is about that alone. */
function headingDepth(token: Token | undefined): number | undefined {
  const begins = token?.type === "heading_open" && token.level === 0;
  return begins ? Number(token.tag.slice(1)) : undefined;
}

interface Link {
  readonly target: string;
  readonly title: string;
}

/** No link is inside of another. */
function linksIn(line: readonly Token[]): readonly Link[] {
  const links: Link[] = [];
  let open: number | undefined;
  for (const [at, { type, content }] of line.entries()) {
    if (type === "link_open") open = at;
    else if (open === undefined) {
      if (type === "text") links.push(...plainLinks(content));
    } else if (type === "link_close") {
      const target = String(line[open]?.attrGet("href") ?? "");
      links.push({ target, title: textOf(line.slice(open + 1, at)) });
      open = undefined;
    }
  }
  return links;
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
