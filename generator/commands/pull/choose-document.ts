import { basename } from "node:path/posix";
import { fail } from "../../diagnostics.ts";
import type { Excerpt } from "../../load/site/read-page.ts";
import type { ListedDocument, ListedPage } from "./listed.ts";
import type { SourcePlan } from "./pulled.ts";
import { titleOf } from "./samples.ts";

/** What the document of an index is made of. */
export interface Choice {
  /** The whole document, where the index lists it. */
  readonly document: ListedDocument | undefined;
  /** The excerpts of that document, in the order of the index. */
  readonly excerpts: readonly Excerpt[];
}

/**
 * Decides which document an index is about: the one that the source names; else the only one that there is; of several,
 * the one that the pages show excerpts of, or the one that is called like the file that it is for.
 * Diagnostics: `several-documents`, `document-not-listed`; both end the pull.
 */
export function chooseDocument(
  plan: SourcePlan,
  documents: readonly ListedDocument[],
  pages: readonly ListedPage[],
): Choice {
  const excerpts = pages.flatMap((page) => page.excerpts);
  const shown = [...new Set(excerpts.flatMap(({ document }) => document ?? []))];
  if (plan.document !== undefined) return chosen(plan, plan.document, documents, excerpts);
  if (documents.length === 0)
    return { document: undefined, excerpts: ofOne(plan, shown, excerpts) };
  const [only, second] = documents;
  if (only !== undefined && second === undefined) return whole(only, shown, excerpts);
  const matching = documents.filter(({ url }) => shown.some((name) => endsIn(url.pathname, name)));
  const document =
    single(matching) ?? single(documents.filter(({ url }) => isNamed(url.pathname, plan.to)));
  if (document !== undefined) return whole(document, shown, excerpts);
  const names = documents.map(({ url }) => url.pathname.slice(1));
  return fail("several-documents", undefined, { index: plan.from.href, documents: names });
}

function chosen(
  { from }: SourcePlan,
  wanted: string,
  documents: readonly ListedDocument[],
  excerpts: readonly Excerpt[],
): Choice {
  const document = documents.find(({ url }) => endsIn(url.pathname, wanted));
  // Hosts that name no document over the blocks of a page put its title into each.
  const titled = excerpts.filter((one) => one.document === undefined && titleOf(one) === wanted);
  if (document === undefined && titled.length > 0) return { document, excerpts: titled };
  const own = excerpts.filter((one) => one.document === undefined || endsIn(one.document, wanted));
  if (document !== undefined || own.some((one) => one.document !== undefined))
    return { document, excerpts: own };
  const known = [
    ...documents.map(({ url }) => url.pathname.slice(1)),
    ...new Set(excerpts.flatMap((one) => one.document ?? [])),
  ];
  const about = { index: from.href, document: wanted, documents: known };
  return fail("document-not-listed", undefined, about);
}

/** Excerpts of one document; those that do not say which are of every one. */
function ofOne(
  { from, to }: SourcePlan,
  shown: readonly string[],
  excerpts: readonly Excerpt[],
): readonly Excerpt[] {
  if (shown.length < 2) return excerpts;
  const own = single(shown.filter((name) => isNamed(name, to)));
  if (own === undefined)
    return fail("several-documents", undefined, { index: from.href, documents: shown });
  return excerpts.filter(({ document }) => document === undefined || document === own);
}

/** The same document may have another address on the pages than in the index. */
function whole(
  document: ListedDocument,
  shown: readonly string[],
  excerpts: readonly Excerpt[],
): Choice {
  const matching = shown.filter((name) => endsIn(document.url.pathname, name));
  const names = new Set(matching.length > 0 || shown.length > 1 ? matching : shown);
  const own = excerpts.filter((one) => one.document === undefined || names.has(one.document));
  return { document, excerpts: own };
}

/** `/api-reference/v2.json` ends in `v2.json` and in `api-reference/v2.json`, not in `2.json`. */
function endsIn(path: string, end: string): boolean {
  return `/${path}`.endsWith(`/${end.replace(/^(?:\.?\/)+/, "")}`);
}

function isNamed(path: string, file: string): boolean {
  return stemOf(path) === stemOf(file);
}

/** `/api-reference/v2.json` -> `v2` */
function stemOf(path: string): string {
  return basename(path).replace(/\.[^.]*$/, "");
}

function single<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
