import { type IndexLink, readIndex } from "../../load/site/read-index.ts";
import { detectLanguage } from "../../load/detect.ts";
import type { Fetched, FetchedText } from "./fetcher.ts";
import { leaveOut } from "./leave-out.ts";
import type { PullContext } from "./pulled.ts";

/** An index that was read: the one of the source, or one that it lists. */
export interface ReadIndex {
  readonly url: URL;
  readonly found: FetchedText;
}

export interface Walked {
  readonly indexes: readonly ReadIndex[];
  /** The links of all of them, each where its index was listed. */
  readonly links: readonly IndexLink[];
}

/** Reads an index and every other `llms.txt` that it lists, each once. Diagnostic: `page-left-out`. */
export async function walkIndex(
  url: URL,
  found: FetchedText,
  docs: string,
  context: PullContext,
): Promise<Walked> {
  const indexes: ReadIndex[] = [{ url, found }];
  const links = new Map<string, IndexLink>();
  const seen = new Set([url.href]);
  const { maxDepth, maxDocuments } = context.fetcher.policy;
  const visit = async (index: ReadIndex, depth: number): Promise<void> => {
    for (const link of await readIndex(index.found.text, index.found.url)) {
      if (seen.has(link.url.href)) continue;
      seen.add(link.url.href);
      if (!isIndexUrl(link.url) || depth > maxDepth || indexes.length >= maxDocuments) {
        links.set(link.url.href, link);
        continue;
      }
      const inner = await fetchIndex(link.url, docs, context);
      if (inner === undefined) continue;
      indexes.push(inner);
      await visit(inner, depth + 1);
    }
  };
  await visit({ url, found }, 1);
  return { indexes, links: [...links.values()] };
}

/** `llms-full.txt` has the same pages again, all in one. */
export function isIndexUrl({ pathname }: URL): boolean {
  return /(?:^|\/)llms\.txt$/i.test(pathname);
}

async function fetchIndex(
  url: URL,
  docs: string,
  context: PullContext,
): Promise<ReadIndex | undefined> {
  const kept = context.kept.from(url.href, docs);
  const found = asIndex(await context.fetcher.get(url, { kept }));
  if (typeof found !== "string") return { url, found };
  leaveOut({ page: url.href, reason: found, kept }, context);
  if (kept === undefined) return undefined;
  const { text, validators } = kept;
  return { url, found: { kind: "text", text, url, validators, isKept: true } };
}

/** An index, or why it is none: a page that asks to sign in lists nothing, and must not make all pages go. */
function asIndex(found: Fetched): FetchedText | string {
  if (found.kind === "problem") return found.reason;
  if (found.kind === "skipped") return "it is not there";
  const language = detectLanguage(found.text, "llms.md");
  if (language === "html") return "it is a web page in HTML";
  return language === "empty" ? "it is empty" : found;
}
