import { realpathSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import { compareText } from "../../compare-text.ts";
import { fail } from "../../diagnostics.ts";
import { suggest } from "../../suggest.ts";
import type { Settings } from "../settings.ts";

/**
 * Refuses two projects of one run that would write into the same folder, or one inside of the other's; also where only
 * a link or a file system that ignores case makes them one. Diagnostic: `outputs-overlap`.
 */
export function refuseOverlaps(projects: readonly Settings[]): void {
  // Sorted, whatever lies in a folder follows it at once.
  const sorted = projects
    .map((settings) => ({ settings, key: `${realPath(settings.output.path).toLowerCase()}${sep}` }))
    .toSorted((a, b) => compareText(a.key, b.key));
  for (const [index, { settings, key }] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next?.key.startsWith(key) === true) refuseOverlap(settings, next.settings, projects);
  }
}

/** Said at the later of the two entries. */
function refuseOverlap(one: Settings, other: Settings, projects: readonly Settings[]): never {
  const isLater = projects.indexOf(one) > projects.indexOf(other);
  const [first, second] = isLater ? [other, one] : [one, other];
  const { configSource: source } = second;
  return fail("outputs-overlap", source && { source, pointer: "/input" }, {
    output: first.output.name,
    other: second.output.name,
  });
}

/** The path without links, as far as it exists. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPath(parent), basename(path));
  }
}

/** What `--input` and `--output` ask for: absolute or a URL, and as the user said it. */
export interface Wanted {
  readonly input: string | undefined;
  readonly output: string | undefined;
  readonly shown: string;
}

/** The projects with this document and this output; all of them without either. Diagnostic: `input-not-listed`. */
export function pick(
  projects: readonly Settings[],
  { input, output, shown }: Wanted,
): readonly Settings[] {
  const picked = projects.filter(
    (one) =>
      (input === undefined || one.input === input) &&
      (output === undefined || one.output.path === output),
  );
  if (picked.length > 0 || projects.length === 0) return picked;
  const known = projects.flatMap(({ config }) => [config.input ?? [], config.output ?? []].flat());
  return fail("input-not-listed", undefined, { wanted: shown, suggestion: suggest(shown, known) });
}
