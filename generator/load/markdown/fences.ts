import type { Code, Nodes } from "mdast";

/** A fenced code block of a Markdown page (CommonMark 0.31, section 4.5). */
export interface Fence {
  /** The first word behind the fence, or an empty string. */
  readonly lang: string;
  /** The rest of that line, as in `/api-reference/v2.json get /events`. */
  readonly meta: string;
  readonly text: string;
  /** The page's line, 1-based, on which `text` begins. */
  readonly line: number;
}

/** All fenced code blocks, in the order of the page, those inside lists and quotes too. */
export async function fencesOf(page: string): Promise<readonly Fence[]> {
  const { fromMarkdown } = await import("mdast-util-from-markdown");
  return fencesIn(fromMarkdown(page));
}

/** The code blocks of a page that is parsed already. */
export function fencesIn(node: Nodes): readonly Fence[] {
  if (node.type === "code") return [readFence(node)];
  return "children" in node ? node.children.flatMap(fencesIn) : [];
}

function readFence({ lang, meta, value, position }: Code): Fence {
  const line = (position?.start.line ?? 0) + 1;
  return { lang: lang ?? "", meta: meta ?? "", text: value, line };
}
