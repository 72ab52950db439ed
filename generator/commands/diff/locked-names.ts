import type { Diagnostics } from "../../diagnostics.ts";
import type { Names } from "../../index.ts";
import type { Documents } from "../../source.ts";
import { type LockPlace, readLockFile } from "../lock/lock-file.ts";
import { LockedPlaces } from "../lock/next-lock.ts";

/** The names that a lock keeps for a document; undefined where there is no lock. Diagnostics: those of `readLockFile`. */
export function lockedNames(
  lock: LockPlace | undefined,
  { sources }: Documents,
  diagnostics: Diagnostics,
): Names | undefined {
  if (lock === undefined) return undefined;
  // No output is asked about: whoever compares does not mind a lock that is missing.
  const nowhere = { path: lock.path, name: lock.name };
  const names = readLockFile(lock, nowhere, diagnostics).lock?.names;
  return names && new LockedPlaces(sources.values(), lock).fromLock(names);
}
