import type { IndexLink } from "../../load/site/read-index.ts";
import { type PageContent, readPage } from "../../load/site/read-page.ts";
import type { KeptFile } from "./kept-files.ts";
import { leaveOut } from "./leave-out.ts";
import type { Listed, ListedDocument } from "./listed.ts";
import type { PullContext } from "./pulled.ts";

/** Where copies of earlier pulls may be: the folder of the pages, and the file of the document. */
export interface KeptPlaces {
  readonly docs: string;
  readonly to: string;
}

/**
 * Fetches what a link of an index leads to. Where that is a web page, Markdown is looked for beside it, as hosts of
 * documentation have it (`https://llmstxt.org`: the address with `.md` behind it). What is wrong with a page leaves its
 * copy of an earlier pull in place. Diagnostic: `page-left-out`.
 */
export async function fetchListed(
  { url }: IndexLink,
  places: KeptPlaces,
  context: PullContext,
): Promise<Listed> {
  let wrong: Wrong | undefined;
  for (const candidate of candidates(url, places, context)) {
    const answer = await fetchCandidate(candidate, places, context);
    if (answer.kind !== "wrong") return answer;
    // Of several answers, the first one that is about the page itself tells most.
    if (wrong === undefined || !answer.isElsewhere) wrong = answer;
    if (!answer.isElsewhere) break;
  }
  return wrong === undefined
    ? { kind: "other", url, validators: undefined }
    : fallBack(wrong, context);
}

/** The addresses that the Markdown may be at; the one that it was at before comes first. */
function candidates(url: URL, { docs }: KeptPlaces, { kept }: PullContext): readonly URL[] {
  const path = url.pathname;
  const all = [url];
  const isPlain = !/\.[A-Za-z][A-Za-z0-9]{0,7}$/.test(path);
  if (isPlain || /\.html?$/i.test(path)) {
    const stem = path.replace(/\.html?$/i, "").replace(/\/+$/, "");
    const beside = [`${stem}.md`, ...(path.endsWith("/") ? [`${stem}/index.md`] : [])];
    for (const pathname of beside) {
      if (stem === "" && pathname === ".md") continue;
      const one = new URL(url);
      one.pathname = pathname;
      all.push(one);
    }
  }
  const isKnown = ({ href }: URL): boolean =>
    kept.from(href, docs) !== undefined || kept.skipped(href) !== undefined;
  return [...all.filter(isKnown), ...all.filter((one) => !isKnown(one))];
}

/** What is wrong with a page. */
interface Wrong {
  readonly kind: "wrong";
  readonly url: URL;
  readonly reason: string;
  readonly kept: KeptFile | undefined;
  readonly at?: Extract<PageContent, { readonly kind: "wrong" }>["at"];
  /** Whether its Markdown may be at another address. */
  readonly isElsewhere: boolean;
}

async function fetchCandidate(
  url: URL,
  { docs, to }: KeptPlaces,
  { fetcher, kept }: PullContext,
): Promise<Listed | Wrong> {
  const document = kept.at(to);
  const before = document?.origin === url.href ? document : kept.from(url.href, docs);
  const skipped = kept.skipped(url.href);
  const found = await fetcher.get(url, { kept: before, skipped });
  if (found.kind === "skipped") return { kind: "other", url, validators: skipped };
  if (found.kind === "problem") {
    const { reason, isMissing } = found;
    return { kind: "wrong", url, reason, kept: before, isElsewhere: isMissing };
  }
  return readFound(url, found, before);
}

/** What a text is, at an address of which an earlier pull may have kept a copy. */
async function readFound(
  url: URL,
  found: ListedDocument["found"],
  kept: KeptFile | undefined,
): Promise<Listed | Wrong> {
  const { text, validators } = found;
  const content = await readPage({ name: url.href, url: url.href, text });
  switch (content.kind) {
    case "document":
      return { kind: "document", url, found, content };
    case "page":
      return { ...content, url, text, validators, kept };
    case "html": {
      const reason = "it is a web page in HTML, and there is no Markdown beside it";
      return { kind: "wrong", url, reason, kept, isElsewhere: true };
    }
    case "wrong":
      return { ...content, url, kept, isElsewhere: false };
    case "other": {
      if (kept === undefined) return { kind: "other", url, validators };
      const reason = "it no longer shows any part of the API";
      return { kind: "wrong", url, reason, kept, isElsewhere: false };
    }
  }
}

/** The copy of an earlier pull stands in for what is wrong now. */
async function fallBack(wrong: Wrong, context: PullContext): Promise<Listed> {
  const { url, kept, reason, at } = wrong;
  leaveOut({ page: url.href, reason, kept, at }, context);
  if (kept === undefined) return { kind: "other", url, validators: undefined };
  const { text, validators } = kept;
  const content = await readPage({ name: kept.path, url: url.href, text });
  const found = { kind: "text" as const, text, url, validators, isKept: true };
  if (content.kind === "document") return { kind: "document", url, found, content };
  if (content.kind === "page") return { ...content, url, text, validators, kept };
  return { kind: "other", url, validators: undefined };
}
