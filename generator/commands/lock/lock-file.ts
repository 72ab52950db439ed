import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { diagnose, type Diagnostics, fail, Failure } from "../../diagnostics.ts";
import { displayName } from "../../load/address.ts";
import { brokenSource, type RawDocument } from "../../load/raw-document.ts";
import { readJson } from "../../load/json/json-source.ts";
import { conflictSides, type Sides } from "../../lock/conflicts.ts";
import { hashText } from "../../lock/hash.ts";
import type { Lock } from "../../lock/lock.ts";
import { mergeLocks } from "../../lock/merge-locks.ts";
import { readLock } from "../../lock/read-lock.ts";
import { isMarked } from "../../write/ownership.ts";
import type { OutputFolder } from "../../write/output-file.ts";
import { readText } from "../read-text.ts";

/** Where a project's lock is. */
export interface LockPlace {
  /** Absolute. */
  readonly path: string;
  /** As people see it. */
  readonly name: string;
  /** The configuration's folder, which paths in the lock are relative to. */
  readonly folder: string;
  /** Whether this run writes it: not when options replace what the configuration says. */
  readonly isKept: boolean;
}

/** The place of a lock, its name as somebody who works in `from` sees it. */
export function lockPlace(place: Omit<LockPlace, "name">, from: string): LockPlace {
  return { ...place, name: displayName(pathToFileURL(place.path), from) };
}

/** `deckhand.config.ts` -> `deckhand.lock.json`, `orders.config.json` -> `orders.lock.json`, in the same folder. */
export function lockPath(config: string): string {
  return `${stemOf(config)}.lock.json`;
}

/**
 * Each entry of `inputs` has a lock of its own, so that one document's changes never meet another's: the output
 * `packages/orders/src` has `deckhand.locks/packages/orders/src.lock.json`. Both paths are absolute.
 */
export function lockPathOfEntry(config: string, output: string): string {
  const parts = relative(dirname(config), output).replace(":", "").split(sep);
  const inside = parts.map((part) => (part === ".." ? "__" : part));
  return `${join(`${stemOf(config)}.locks`, ...inside)}.lock.json`;
}

function stemOf(config: string): string {
  return config.replace(/(?:\.config)?\.[cm]?(?:ts|js|json)$/, "");
}

/** A lock as it is on the disk. */
export interface LockFile {
  /** Undefined when there is none. */
  readonly text: string | undefined;
  readonly lock: Lock | undefined;
}

/**
 * Reads the lock. Diagnostics: `document-unreadable`, `lock-invalid`, `lock-newer` and `lock-conflict`, which end the run;
 * `lock-merged` and `lock-missing`, after which it goes on.
 */
export function readLockFile(
  { path, name, folder, isKept }: LockPlace,
  output: OutputFolder,
  diagnostics: Diagnostics,
): LockFile {
  const text = readOwn(path, name);
  const document = { name, url: pathToFileURL(path).href, text: text ?? "" };
  const lock = text === undefined ? undefined : parseOrMerge(document, folder, diagnostics);
  // One that only a pull has written has no configuration yet, and no names.
  if (isKept && (lock?.config ?? "") === "" && hasSdk(output.path))
    diagnostics.report("lock-missing", undefined, { path: name, folder: output.name });
  return { text, lock };
}

function parseOrMerge(document: RawDocument, folder: string, diagnostics: Diagnostics): Lock {
  const sides = conflictSides(document.text);
  if (sides === undefined) return parse(document);
  const hashOf = (path: string): string | undefined => {
    const now = readIfThere(join(folder, path));
    return now === undefined ? undefined : hashText(now);
  };
  return merge(document, sides, hashOf, diagnostics);
}

function readOwn(path: string, name: string): string | undefined {
  try {
    return readIfThere(path);
  } catch (error) {
    if (!(error instanceof Error) || !("syscall" in error)) throw error;
    return fail("document-unreadable", undefined, { input: name, reason: error.message });
  }
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readText(path) : undefined;
}

function hasSdk(folder: string): boolean {
  return ["src/index.ts", "index.ts"].some((entry) =>
    isMarked(readIfThere(join(folder, entry)) ?? ""),
  );
}

/** A syntax error is one of the lock, not of the document. */
function parse(document: RawDocument): Lock {
  try {
    return readLock(readJson(document));
  } catch (error) {
    const [first] = error instanceof Failure ? error.diagnostics : [];
    if (first?.code !== "invalid-json") throw error;
    const problem = first.message.replace(/^This is/, "it is").replace(/\.$/, "");
    throw new Failure([diagnose("lock-invalid", first.at, { problem })]);
  }
}

function merge(
  document: RawDocument,
  sides: Sides,
  hashOf: (path: string) => string | undefined,
  diagnostics: Diagnostics,
): Lock {
  const { text } = document;
  const at = brokenSource(document, text.search(/^<<<<<<< /m));
  const ours = parseSide({ ...document, text: sides.ours }, at);
  const theirs = parseSide({ ...document, text: sides.theirs }, at);
  const merged = mergeLocks(ours, theirs, hashOf);
  if (merged.lock === undefined) return fail("lock-conflict", at, { problem: merged.disagreement });
  diagnostics.report("lock-merged", at, {});
  return merged.lock;
}

/** Lines of a side do not stand where they do in the file, so the place is that of the first marker. */
function parseSide(document: RawDocument, at: ReturnType<typeof brokenSource>): Lock {
  try {
    return readLock(readJson(document));
  } catch (error) {
    const [first] = error instanceof Failure ? error.diagnostics : [];
    if (first === undefined || first.code === "lock-newer") throw error;
    const problem = `one side can not be used (${first.message.replace(/\.$/, "")})`;
    return fail("lock-conflict", at, { problem });
  }
}
