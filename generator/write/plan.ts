import { statSync } from "node:fs";
import { join } from "node:path";
import { diagnose, type Diagnostic, Failure } from "../diagnostics.ts";
import { type ExistingFiles, existingFiles } from "./existing.ts";
import type { OutputFile, OutputFolder } from "./output-file.ts";
import { entryPath, isMarked, isMarkedIncomplete } from "./ownership.ts";
import { assertDistinctPaths, assertSafePath, refuseEscapes } from "./paths.ts";

/** What has to happen to a folder so that it holds exactly the new output (and whatever is not Deckhand's). */
export interface WritePlan {
  readonly folder: OutputFolder;
  /** Files that are new, and files whose bytes differ. */
  readonly write: readonly PlannedFile[];
  /** Files that already are as they should be. */
  readonly unchanged: readonly string[];
  /** Files that Deckhand wrote before and that the new output does not have. */
  readonly remove: readonly string[];
}

export interface PlannedFile extends OutputFile {
  /** The text now; undefined for a file that does not exist. */
  readonly before: string | undefined;
}

export interface PlanOptions {
  /** True when a part of the document could not be read: such output never replaces a whole one. */
  readonly incomplete: boolean;
}

/**
 * Compares the new output with a folder; changes nothing. Diagnostics: `foreign-file`, `output-leaves-folder`,
 * `incomplete-output`, `output-unwritable`.
 */
export function planWrite(
  folder: OutputFolder,
  files: readonly OutputFile[],
  options: PlanOptions,
): WritePlan {
  const paths = files.map(({ path }) => path);
  for (const path of paths) assertSafePath(path);
  assertDistinctPaths(paths);
  refuseFile(folder);
  refuseEscapes(folder.path, paths);
  const existing = existingFiles(folder.path, paths);
  const compared = files.map((file): PlannedFile => ({
    ...file,
    before: existing.read(file.path),
  }));
  const write = compared.filter(({ before, text }) => before !== text);
  const entry = entryBefore(paths, existing);
  refuseForeignFiles(folder, write, existing, entry !== undefined);
  if (options.incomplete) refuseIncomplete(folder, write, entry);
  return {
    folder,
    write,
    unchanged: compared.filter(({ before, text }) => before === text).map(({ path }) => path),
    remove: surplus(paths, existing),
  };
}

function refuseFile({ path, name }: OutputFolder): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || stat.isDirectory()) return;
  throw new Failure([
    diagnose("output-unwritable", undefined, {
      folder: name,
      reason: "it is a file, not a folder",
    }),
  ]);
}

/** The text of the present output's entry module; undefined when the folder holds no output of Deckhand's. */
function entryBefore(paths: readonly string[], existing: ExistingFiles): string | undefined {
  const path = entryPath(paths);
  const text = path === undefined ? undefined : existing.read(path);
  return text !== undefined && isMarked(text) ? text : undefined;
}

/**
 * A file that exists and is to change must be Deckhand's: its text says so, or it is one that can not say so
 * (package.json) and stands beside an entry module that does.
 */
function refuseForeignFiles(
  folder: OutputFolder,
  write: readonly PlannedFile[],
  existing: ExistingFiles,
  ownsFolder: boolean,
): void {
  const foreign = write.filter((file) => isForeign(file, folder.path, existing, ownsFolder));
  if (foreign.length === 0) return;
  throw new Failure(
    foreign.map(({ path }): Diagnostic =>
      diagnose("foreign-file", undefined, { path: `${folder.name}/${path}` }),
    ),
  );
}

function isForeign(
  file: PlannedFile,
  folder: string,
  existing: ExistingFiles,
  ownsFolder: boolean,
): boolean {
  if (!existing.paths.has(file.path)) return isTakenInOtherCase(file.path, folder, existing);
  if (file.before !== undefined && isMarked(file.before)) return false;
  return !(ownsFolder && !isMarked(file.text));
}

/** On a file system that ignores case, `users.ts` would replace somebody's `Users.ts`. */
function isTakenInOtherCase(path: string, folder: string, existing: ExistingFiles): boolean {
  if (statSync(join(folder, path), { throwIfNoEntry: false }) === undefined) return false;
  const spelt = [...existing.paths].find((other) => other.toLowerCase() === path.toLowerCase());
  return spelt === undefined || !isMarked(existing.read(spelt) ?? "");
}

function refuseIncomplete(
  { name }: OutputFolder,
  write: readonly PlannedFile[],
  entry: string | undefined,
): void {
  if (entry === undefined || isMarkedIncomplete(entry) || write.length === 0) return;
  throw new Failure([diagnose("incomplete-output", undefined, { folder: name })]);
}

/** Only source files with the mark are ever removed; declaration files are what a compiler made of them. */
function surplus(paths: readonly string[], existing: ExistingFiles): string[] {
  const kept = new Set(paths);
  return [...existing.paths]
    .filter((path) => !kept.has(path) && path.endsWith(".ts") && !path.endsWith(".d.ts"))
    .filter((path) => isMarked(existing.read(path) ?? ""))
    .toSorted();
}
