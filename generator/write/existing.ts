import { readdirSync, type Dirent } from "node:fs";
import { join } from "node:path";
import { readIfPossible } from "./read-if-possible.ts";

/** The folders that an output can have, besides those of the one at hand. Only in these is anything ever removed. */
const knownFolders: readonly string[] = ["src", "operations", "types", "runtime"];

/** The files of an output folder as the file system spells them, their texts read when asked. */
export interface ExistingFiles {
  readonly paths: ReadonlySet<string>;
  /** Undefined when there is no such file, or when it can not be read as one. */
  read(path: string): string | undefined;
}

/** Lists the files that an output may replace or remove; `paths` are those of the new output. */
export function existingFiles(folder: string, paths: readonly string[]): ExistingFiles {
  const folders = new Set([
    ...knownFolders,
    ...paths.filter((path) => path.includes("/")).map(firstSegment),
  ]);
  const found = new Set<string>();
  list(folder, "", (path) => folders.has(firstSegment(path)), found);
  return {
    paths: found,
    read: (path) => (found.has(path) ? readIfPossible(join(folder, path)) : undefined),
  };
}

function firstSegment(path: string): string {
  return path.slice(0, path.includes("/") ? path.indexOf("/") : undefined);
}

function list(
  folder: string,
  prefix: string,
  enter: (path: string) => boolean,
  found: Set<string>,
): void {
  for (const entry of entriesOf(join(folder, prefix))) {
    const path = `${prefix}${entry.name}`;
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    if (entry.isDirectory()) {
      if (enter(path)) list(folder, `${path}/`, enter, found);
    } else {
      found.add(path);
    }
  }
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
