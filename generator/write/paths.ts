import { lstatSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";
import { fail } from "../diagnostics.ts";

const segment = /^[A-Za-z0-9_@$][A-Za-z0-9._@$+-]*$/;

/**
 * Emitters make paths from a closed alphabet; anything else is a fault of ours, so it throws. Refused are absolute
 * paths, `..`, hidden files, and characters that some file system treats in a way of its own.
 */
export function assertSafePath(path: string): void {
  const safe = path.split("/").every((part) => segment.test(part) && !part.endsWith("."));
  if (!safe) throw new Error(`Unsafe output path: ${JSON.stringify(path)}`);
}

/** Two paths that a case-insensitive file system takes for one are a fault of ours as well. */
export function assertDistinctPaths(paths: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const path of paths) {
    const other = seen.get(path.toLowerCase());
    if (other !== undefined) throw new Error(`Output paths differ only in case: ${other}, ${path}`);
    seen.set(path.toLowerCase(), path);
  }
}

/** Refuses to write through a symbolic link that leaves the output folder. Diagnostic: `output-leaves-folder`. */
export function refuseEscapes(folder: string, paths: readonly string[]): void {
  const root = realpathOf(folder);
  if (root === undefined) return;
  for (const path of linkable(paths)) {
    const target = join(folder, path);
    if (!isLink(target)) continue;
    const real = realpathOf(target);
    if (real === undefined || !`${real}${sep}`.startsWith(`${root}${sep}`)) {
      fail("output-leaves-folder", undefined, { path });
    }
  }
}

/** Every path and every folder on the way to it, once. */
function linkable(paths: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const path of paths) {
    const parts = path.split("/");
    for (let count = 1; count <= parts.length; count++) all.add(parts.slice(0, count).join("/"));
  }
  return all;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function realpathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
