import type { Excerpt } from "../../load/site/read-page.ts";
import { leaveOut } from "./leave-out.ts";
import type { ListedPage } from "./listed.ts";
import type { PullContext } from "./pulled.ts";

/**
 * Guides show OpenAPI documents as samples, too. Where blocks say in their first line what they are of, one that says
 * nothing counts only under the title of those that do. Diagnostic: `page-left-out`.
 */
export function leaveOutSamples(
  pages: readonly ListedPage[],
  context: PullContext,
): readonly ListedPage[] {
  const excerpts = pages.flatMap((page) => page.excerpts);
  const titles = new Set(excerpts.filter(saysWhat).map(titleOf));
  if (titles.size === 0) return pages;
  const isSample = (one: Excerpt): boolean => !saysWhat(one) && !titles.has(titleOf(one));
  return pages.flatMap((page) => {
    const sample = page.excerpts.find(isSample);
    if (sample === undefined) return [page];
    const reason = `its block is not of the API of the others, but of "${titleOf(sample) ?? ""}"`;
    const at = { source: sample.source, pointer: "/info/title" };
    leaveOut({ page: page.url.href, reason, kept: undefined, at }, context);
    const own = page.excerpts.filter((one) => !isSample(one));
    return own.length > 0 || page.listsEvents ? [{ ...page, excerpts: own }] : [];
  });
}

function saysWhat({ announced, document }: Excerpt): boolean {
  return announced !== undefined || document !== undefined;
}

/** `info.title` of the document that an excerpt is of. */
export function titleOf({ source: { value } }: Excerpt): string | undefined {
  const { info } = value as { readonly info?: { readonly title?: unknown } | null };
  return typeof info?.title === "string" ? info.title : undefined;
}
