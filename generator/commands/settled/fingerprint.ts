import { createHash, type Hash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { existingFiles } from "../../write/existing.ts";
import { isInterrupted } from "../../write/transaction.ts";
import { buildId } from "../build-id.ts";
import type { Settings } from "../settings.ts";

/** What a fingerprint is taken of, besides the settings. */
export interface Scope {
  /** The folder that names are shown relative to. */
  readonly folder: string;
  /** Absolute paths of the documents and pages. */
  readonly inputs: readonly string[];
  /** Paths of the output's files. */
  readonly files: readonly string[];
}

/**
 * A hash of everything that decides what `check` says: Deckhand itself, the configuration and options, the bytes of
 * each input, of the lock and of each file in the output. Undefined while something is missing or a run is at work.
 */
export function fingerprintOf(settings: Settings, scope: Scope): string | undefined {
  const { lock, output, configSource } = settings;
  if (buildId === undefined || lock?.isKept !== true || configSource === undefined)
    return undefined;
  if (isInterrupted(output.path)) return undefined;
  const hash = createHash("sha256");
  const { input, eventsPage, strict } = settings;
  const given = {
    input,
    eventsPage,
    strict,
    output,
    folder: scope.folder,
    config: configSource.text,
  };
  hash.update(JSON.stringify([buildId, process.version, given, scope.inputs, scope.files]));
  try {
    for (const path of [...scope.inputs, lock.path]) addFile(hash, path);
    // All that a run looks at: a file that Deckhand did not write may become surplus or be in the way.
    const { paths } = existingFiles(output.path, scope.files);
    for (const path of [...paths].toSorted()) addFile(hash, join(output.path, path), path);
  } catch {
    return undefined;
  }
  return hash.digest("hex");
}

function addFile(hash: Hash, path: string, name: string = path): void {
  const bytes = readFileSync(path);
  hash.update(`\0${name}\0${bytes.length}\0`).update(bytes);
}

/** Where the result of a project is remembered; undefined where there is no node_modules to keep it in. */
export function recordPath({ lock }: Settings): string | undefined {
  if (lock === undefined) return undefined;
  for (let folder = dirname(lock.path); ; folder = dirname(folder)) {
    const modules = join(folder, "node_modules");
    if (existsSync(modules))
      return join(modules, ".cache", "deckhand", `${nameOf(lock.path)}.json`);
    if (folder === dirname(folder)) return undefined;
  }
}

function nameOf(path: string): string {
  return createHash("sha256").update(path).digest("hex").slice(0, 16);
}
