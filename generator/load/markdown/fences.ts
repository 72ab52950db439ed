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
  const fences: Fence[] = [];
  collect(fromMarkdown(page) as Node, fences);
  return fences;
}

interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly lang?: string | null;
  readonly meta?: string | null;
  readonly value?: string;
  readonly position?: { readonly start: { readonly line: number } } | undefined;
}

function collect(node: Node, fences: Fence[]): void {
  if (node.type === "code") {
    const line = (node.position?.start.line ?? 0) + 1;
    fences.push({ lang: node.lang ?? "", meta: node.meta ?? "", text: node.value ?? "", line });
  }
  for (const child of node.children ?? []) collect(child, fences);
}
