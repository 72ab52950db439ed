import {
  existsSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fail } from "../diagnostics.ts";
import { makeFolder } from "./make-folder.ts";
import type { OutputFile, OutputFolder } from "./output-file.ts";
import { assertSafePath, refuseEscapes } from "./paths.ts";

/**
 * How a folder changes as a whole.
 *
 * 1. Every new file is written into `.deckhand-write/`. A run that fails or is killed up to here has changed nothing.
 * 2. `.deckhand-write/journal.json` appears by a rename: from now on the change counts as decided.
 * 3. Surplus files are removed and new ones renamed into place, then `.deckhand-write` goes.
 *
 * A run that is killed in step 3 leaves each file whole, either old or new, and the journal; the next run finishes
 * the step. Renames within one folder are the smallest window there is without replacing the folder itself, which
 * would take files along that are not Deckhand's. Kills are covered, power cuts only as far as the file system's own
 * ordering goes: nothing is flushed to the disk by force.
 */
const WORK_FOLDER = ".deckhand-write";

interface Journal {
  readonly write: readonly string[];
  readonly remove: readonly string[];
}

/** Makes the folder hold `write` and no longer `remove`, as a whole. File system errors come out as they are. */
export function commit(
  folder: string,
  write: readonly OutputFile[],
  remove: readonly string[],
): void {
  const work = join(folder, WORK_FOLDER);
  const journal: Journal = { write: write.map(({ path }) => path), remove };
  makeFolder(work);
  writeFileSync(join(work, "owner"), String(process.pid));
  try {
    for (const [index, { text }] of write.entries()) writeFileSync(preparedFile(work, index), text);
    makeFolders(folder, journal.write);
    writeFileSync(join(work, "journal.tmp"), JSON.stringify(journal));
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    throw error;
  }
  renameSync(join(work, "journal.tmp"), join(work, "journal.json"));
  apply(folder, journal, preparedFiles(work, journal));
}

/** Where a new file waits, by its place in the journal. All are in one folder: to remove one takes ext4 milliseconds. */
function preparedFile(work: string, index: number): string {
  return join(work, String(index));
}

/** The same for all, by path. */
function preparedFiles(work: string, { write }: Journal): ReadonlyMap<string, string> {
  return new Map(write.map((path, index) => [path, preparedFile(work, index)]));
}

/** True when a run was interrupted after its change was decided, so that files of two outputs may stand side by side. */
export function isInterrupted(folder: string): boolean {
  return existsSync(join(folder, WORK_FOLDER, "journal.json"));
}

/**
 * Finishes the change of an interrupted run, or clears away what it had only prepared. Diagnostic: `output-busy` when
 * that run is still at work.
 */
export function recover({ path: folder, name }: OutputFolder): void {
  const work = join(folder, WORK_FOLDER);
  if (!existsSync(work)) return;
  if (isOwnerAlive(join(work, "owner"))) fail("output-busy", undefined, { folder: name });
  const journal = isInterrupted(folder) ? readJournal(join(work, "journal.json")) : undefined;
  if (journal === undefined) {
    rmSync(work, { recursive: true, force: true });
    return;
  }
  refuseEscapes(folder, [...journal.write, ...journal.remove]);
  const prepared = [...preparedFiles(work, journal)];
  apply(folder, journal, new Map(prepared.filter(([, file]) => existsSync(file))));
}

/** Process ids are used again, so an old claim does not count. A run writes for well below a minute. */
const CLAIM_LASTS = 60_000;

function isOwnerAlive(path: string): boolean {
  try {
    if (Date.now() - statSync(path).mtimeMs > CLAIM_LASTS) return false;
    const owner = Number(readFileSync(path, "utf8"));
    return owner !== process.pid && process.kill(owner, 0);
  } catch (error) {
    // The process is there, but somebody else's.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Undefined for a journal that Deckhand did not write: its paths would be obeyed. */
function readJournal(path: string): Journal | undefined {
  try {
    const journal = JSON.parse(readFileSync(path, "utf8")) as Journal;
    for (const path of [...journal.write, ...journal.remove]) assertSafePath(path);
    return journal;
  } catch {
    return undefined;
  }
}

/** Can be done again from any point at which it stopped; `waiting` are the new files that are not in place yet. */
function apply(folder: string, journal: Journal, waiting: ReadonlyMap<string, string>): void {
  const work = join(folder, WORK_FOLDER);
  for (const path of journal.remove) {
    if (isOverwritten(path, journal, waiting)) continue;
    rmSync(join(folder, path), { force: true });
    removeEmptyFolders(folder, dirname(path));
  }
  makeFolders(folder, waiting.keys());
  for (const [path, file] of waiting) renameSync(file, join(folder, path));
  rmSync(join(work, "journal.json"));
  rmSync(work, { recursive: true, force: true });
}

/** Where case is ignored, the removed `Users.ts` may by now be the new `users.ts`. */
function isOverwritten(
  path: string,
  journal: Journal,
  waiting: ReadonlyMap<string, string>,
): boolean {
  const twin = journal.write.find((other) => other.toLowerCase() === path.toLowerCase());
  return twin !== undefined && !waiting.has(twin);
}

/** Makes the folders in which paths are, each once. */
function makeFolders(base: string, paths: Iterable<string>): void {
  for (const folder of new Set(Array.from(paths, dirname))) makeFolder(join(base, folder));
}

function removeEmptyFolders(folder: string, path: string): void {
  for (let current = path; current !== "."; current = dirname(current)) {
    try {
      rmdirSync(join(folder, current));
    } catch {
      return;
    }
  }
}
