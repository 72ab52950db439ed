import { basename } from "node:path/posix";
import type { KeptFiles } from "./kept-files.ts";
import type { ListedPage } from "./listed.ts";
import { Places } from "./places.ts";
import type { PulledFile, SourcePlan } from "./pulled.ts";
import type { ReadIndex } from "./walk-index.ts";

/**
 * The files of an index and of its pages. A page has the place that it had before; else the one of a file that the
 * configuration names and that is called like it; else the one that its address gives.
 */
export function placePages(
  { from, docs, to, named }: SourcePlan,
  indexes: readonly ReadIndex[],
  pages: readonly ListedPage[],
  kept: KeptFiles,
): readonly PulledFile[] {
  const places = new Places(docs, from);
  places.claim(to, to);
  const fixed = fixedPlaces({ docs, named }, indexes, pages, kept);
  for (const [url, path] of fixed) places.claim(url, path);
  const pathOf = (url: URL, ending: string): string =>
    fixed.get(url.href) ?? places.placeOf(url, ending);
  return [
    ...indexes.map(({ url, found }): PulledFile => {
      const { text, validators } = found;
      // After a redirect, relative links count from somewhere else: such an index is always read anew.
      const isMoved = found.url.href !== url.href;
      const path = pathOf(url, ".txt");
      return { path, text, origin: url.href, validators: isMoved ? {} : validators, role: "index" };
    }),
    ...pages.map(({ url, text, validators }): PulledFile => ({
      path: pathOf(url, ".md"),
      text,
      origin: url.href,
      validators,
      role: "page",
    })),
  ];
}

function fixedPlaces(
  { docs, named }: Pick<SourcePlan, "docs" | "named">,
  indexes: readonly ReadIndex[],
  pages: readonly ListedPage[],
  kept: KeptFiles,
): ReadonlyMap<string, string> {
  const fixed = new Map<string, string>();
  const free = named.filter((path) => path.startsWith(`${docs}/`) && kept.at(path) === undefined);
  for (const { url } of [...indexes, ...pages]) {
    const path =
      kept.from(url.href, docs)?.path ??
      free.find((one) => basename(one) === basename(url.pathname).replace(/(?:\.md)?$/, ".md"));
    if (path !== undefined && ![...fixed.values()].includes(path)) fixed.set(url.href, path);
  }
  return fixed;
}
