import { compareExcerpts } from "../../load/excerpts/compare-excerpts.ts";
import { mergeExcerpts } from "../../load/excerpts/merge-excerpts.ts";
import { fail } from "../../diagnostics.ts";
import type { IndexLink } from "../../load/site/read-index.ts";
import { hasAnnounced } from "../../load/site/announcement.ts";
import { type Excerpt, readPage } from "../../load/site/read-page.ts";
import { type Choice, chooseDocument } from "./choose-document.ts";
import type { FetchedText } from "./fetcher.ts";
import { printValidator } from "./kept-files.ts";
import type { Listed, ListedPage } from "./listed.ts";
import { fetchListed } from "./fetch-listed.ts";
import { mapReporting } from "./map-reporting.ts";
import { mayFetch } from "./may-fetch.ts";
import { placePages } from "./place-pages.ts";
import { pullDocument } from "./pull-document.ts";
import type { PullContext, PulledFile, PulledSource, SourcePlan } from "./pulled.ts";
import { leaveOutSamples } from "./samples.ts";
import { walkIndex } from "./walk-index.ts";

/**
 * Fetches what a documentation index lists, keeps the pages that show parts of the API or list events, and makes the
 * document: the one that the index lists, or else what the excerpts of the pages give together.
 * Diagnostics: `too-many-pages`, `index-without-api`, `excerpt-conflict`, and those of `chooseDocument`, which end the
 * pull; those of `walkIndex`, `mayFetch` and `fetchListed`, `excerpt-misnamed`, `excerpt-wording`, `excerpt-own-root` and
 * `excerpt-differs`.
 */
export async function pullIndex(
  plan: SourcePlan,
  found: FetchedText,
  context: PullContext,
): Promise<PulledSource> {
  const { from, docs, to } = plan;
  const own = await ownPage(from, found);
  const walked =
    own === undefined ? await walkIndex(from, found, docs, context) : { indexes: [], links: [] };
  const links = mayFetch(plan, walked.links, context);
  refuseTooMany(plan, links, context);
  const listed = await mapReporting(links, context, (link, inner) =>
    fetchListed(link, { docs, to }, inner),
  );
  const all = own === undefined ? listed : [own];
  const pages = leaveOutSamples(distinctPages(all), context);
  const documents = all.filter((one) => one.kind === "document");
  const choice = chooseDocument(plan, documents, pages);
  if (choice.document === undefined && choice.excerpts.length === 0)
    fail("index-without-api", undefined, { index: from.href, count: links.length });
  reportMisnamed(choice.excerpts, context);
  return {
    plan,
    files: [
      ...(await documentFiles(plan, choice, context)),
      ...placePages(plan, walked.indexes, pages, context.kept),
    ],
    skipped: skippedOf(all),
    made: choice.document === undefined ? "from excerpts" : "whole",
    eventPages: pages.filter(({ listsEvents }) => listsEvents).map(({ url }) => url.href),
  };
}

/** A source may name docs pages themselves, as `llms-full.txt` has all of them in one. */
async function ownPage(url: URL, found: FetchedText): Promise<ListedPage | undefined> {
  const { text, validators } = found;
  const content = await readPage({ name: url.href, url: url.href, text });
  if (content.kind !== "page" || content.excerpts.length === 0) return undefined;
  return { ...content, url, text, validators, kept: undefined };
}

function refuseTooMany(
  { from }: SourcePlan,
  links: readonly IndexLink[],
  { fetcher }: PullContext,
): void {
  const limit = fetcher.policy.maxDocuments;
  if (links.length <= limit) return;
  fail("too-many-pages", undefined, { index: from.href, count: links.length, limit });
}

/** A page that an index lists under several addresses is kept under the first. */
function distinctPages(listed: readonly Listed[]): readonly ListedPage[] {
  const texts = new Set<string>();
  return listed.filter((one) => {
    if (one.kind !== "page" || texts.has(one.text)) return false;
    texts.add(one.text);
    return true;
  }) as readonly ListedPage[];
}

async function documentFiles(
  { from, to }: SourcePlan,
  { document, excerpts }: Choice,
  context: PullContext,
): Promise<readonly PulledFile[]> {
  const sources = excerpts.map(({ source }) => source);
  if (document === undefined) {
    const text = `${JSON.stringify(mergeExcerpts(sources, context.diagnostics), null, 2)}\n`;
    return [{ path: to, text, origin: from.href, validators: {}, role: "document" }];
  }
  const { url, found, content } = document;
  compareExcerpts(content.source, sources, context.diagnostics);
  return pullDocument({ url, to, found }, context);
}

/** Of a page whose block is not what its first line says, the block counts. Diagnostic: `excerpt-misnamed`. */
function reportMisnamed(excerpts: readonly Excerpt[], { diagnostics }: PullContext): void {
  for (const { source, announced } of excerpts) {
    if (announced === undefined || hasAnnounced(source.value, announced)) continue;
    const { method, path } = announced;
    const at = { source, pointer: "" };
    diagnostics.report("excerpt-misnamed", at, { announced: `${method.toUpperCase()} ${path}` });
  }
}

function skippedOf(listed: readonly Listed[]): ReadonlyMap<string, string> {
  return new Map(
    listed.flatMap((one) => {
      const validator =
        one.kind === "other" && one.validators !== undefined
          ? printValidator(one.validators)
          : undefined;
      return validator === undefined ? [] : [[one.url.href, validator] as const];
    }),
  );
}
