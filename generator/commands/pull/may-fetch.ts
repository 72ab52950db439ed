import { permissionFor } from "../../load/network/permission.ts";
import type { IndexLink } from "../../load/site/read-index.ts";
import type { PullContext, SourcePlan } from "./pulled.ts";

/** What no page and no document is kept as: pictures, archives, programs. */
const otherFiles =
  /\.(?:png|jpe?g|gif|svg|webp|avif|ico|pdf|zip|t?gz|tar|mp[34]|webm|mov|woff2?|css|m?js|tsx?|py|go|rb|java|cs|php|sh|xml|rss|atom|csv|proto|graphql|ipynb)$/i;

/** The same pages as the index, all in one: reading them twice says nothing new. */
const wholeSite = /(?:^|\/)llms-(?:full|small|medium)\.txt$/i;

/**
 * The links of an index that lead to what may hold a part of the API, that the source does not ignore, and that may be
 * fetched.
 * Diagnostics: `document-elsewhere`, `pages-elsewhere`.
 */
export function mayFetch(
  { ignore }: Pick<SourcePlan, "ignore">,
  links: readonly IndexLink[],
  { fetcher, diagnostics }: PullContext,
): readonly IndexLink[] {
  const elsewhere = new Map<string, number>();
  const allowed = links.filter((link) => {
    const { url } = link;
    if (otherFiles.test(url.pathname) || wholeSite.test(url.pathname)) return false;
    if (ignore.some((start) => url.pathname.startsWith(start) || url.href.startsWith(start)))
      return false;
    if (permissionFor(fetcher.policy, url) !== undefined) return true;
    const { origin } = url;
    if (isOpenApi(link))
      diagnostics.report("document-elsewhere", undefined, { document: url.href, origin });
    else elsewhere.set(origin, (elsewhere.get(origin) ?? 0) + 1);
    return false;
  });
  for (const [origin, count] of elsewhere)
    diagnostics.report("pages-elsewhere", undefined, { origin, count });
  return allowed;
}

/** By the heading that docs hosts put over them, "OpenAPI Specs", or by the name. */
function isOpenApi({ url, title, headings }: IndexLink): boolean {
  if (headings.some((heading) => /\bopen ?api\b|\bswagger\b/i.test(heading))) return true;
  return (
    /\.(?:json|ya?ml)$/i.test(url.pathname) && /openapi|swagger/i.test(`${title} ${url.pathname}`)
  );
}
