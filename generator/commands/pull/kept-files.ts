import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { hashText } from "../../lock/hash.ts";
import type { Lock, LockedInput } from "../../lock/lock.ts";
import type { Validators } from "../../load/network/validators.ts";

/** A file that an earlier pull has written. */
export interface KeptFile {
  /** Relative to the project, with `/`. */
  readonly path: string;
  /** The address that it is from. */
  readonly origin: string;
  /** What is on the disk now. */
  readonly text: string;
  /** Nothing where somebody has edited it: then the server is asked for all of it. */
  readonly validators: Validators;
  readonly isEdited: boolean;
}

/** What earlier pulls have left, by the lock and the disk. */
export interface KeptFiles {
  readonly all: readonly KeptFile[];
  at(path: string): KeptFile | undefined;
  /** The one from an address, below a folder. */
  from(origin: string, folder: string): KeptFile | undefined;
  /** The validators of a page that held nothing. */
  skipped(url: string): Validators | undefined;
}

/** Reads the files of the lock that a pull wrote and that are still there. */
export function readKeptFiles(project: string, lock: Lock | undefined): KeptFiles {
  const all = [...(lock?.inputs ?? [])].flatMap(([path, input]) => readKept(project, path, input));
  const byPath = new Map(all.map((file) => [file.path, file]));
  return {
    all,
    at: (path) => byPath.get(path),
    from: (origin, folder) =>
      all.find((file) => file.origin === origin && file.path.startsWith(`${folder}/`)),
    skipped: (url) => parseValidator(lock?.skipped?.get(url)),
  };
}

function readKept(project: string, path: string, input: LockedInput): KeptFile[] {
  const { origin, sha256, etag, lastModified, pulled } = input;
  const file = join(project, path);
  if (origin === undefined || !existsSync(file)) return [];
  const text = readFileSync(file, "utf8");
  // A run of `generate` takes the new hash of an edited file over, but not the date.
  const isEdited = pulled === undefined || hashText(text) !== sha256;
  return [{ path, origin, text, isEdited, validators: isEdited ? {} : { etag, lastModified } }];
}

/** One of both is enough, as the lock has a line for each page. */
export function printValidator({ etag, lastModified }: Validators): string | undefined {
  return etag ?? lastModified;
}

function parseValidator(text: string | undefined): Validators | undefined {
  if (text === undefined) return undefined;
  return /^(?:W\/)?"/.test(text) ? { etag: text } : { lastModified: text };
}
