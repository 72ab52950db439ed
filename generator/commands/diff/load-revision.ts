import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Diagnostics } from "../../diagnostics.ts";
import { isWebAddress } from "../../load/address.ts";
import { loadDocuments } from "../../load/load.ts";
import type { Documents, Source } from "../../source.ts";
import { notFound, openRepository, readBlob, type Repository } from "./git.ts";
import type { LockPlace } from "../lock/lock-file.ts";
import type { Side, SideContext } from "./side.ts";
import { lockedNames } from "./locked-names.ts";
import type { AtRevision } from "./side-name.ts";

/** Documents refer to documents, which refer to documents; deeper than this is a mistake. */
const MAX_ROUNDS = 100;

/**
 * Reads a document, and what it refers to, as they are at a revision, with the overlays and the lock of the project that
 * the revision has. They are laid into a folder of their own, round after round, until nothing is missing that the
 * revision has; the folder is gone afterwards.
 * Diagnostics: `document-not-found`, and those of `loadDocuments`.
 */
export async function loadRevision(
  wanted: AtRevision,
  { folder, project, diagnostics }: SideContext,
): Promise<Omit<Side, "name" | "documents"> & { readonly documents: Documents }> {
  const repository = openRepository(folder, wanted);
  const path = existingPath(repository, repositoryPath(repository, folder, wanted.file));
  const copy = realpathSync(mkdtempSync(join(tmpdir(), "deckhand-diff-")));
  const shown = wanted.shown ?? wanted.revision;
  const bring = (file: string): string | undefined => bringFile(repository, file, copy);
  try {
    if (!copyBlob(repository, path, copy))
      notFound(wanted.name, "there is no such file at that revision");
    const overlays = project.overlays.flatMap((one) =>
      isWebAddress(one) ? one : (bring(one) ?? []),
    );
    const options = { folder: copy, diagnostics, overlays, network: project.network };
    const documents = named(await loadRounds(repository, path, options), shown);
    const lock = lockIn(project.lock, bring, shown);
    return {
      documents,
      path: join(repository.root, path),
      revision: { name: shown, repository },
      locked: lockedNames(lock, documents, diagnostics),
    };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Lays a file of the working tree into the copy as the revision has it; undefined if it does not. */
function bringFile({ root, commit }: Repository, file: string, copy: string): string | undefined {
  const path = relative(root, file).split(sep).join("/");
  return copyBlob({ root, commit }, path, copy) ? join(copy, path) : undefined;
}

function lockIn(
  lock: LockPlace | undefined,
  bring: (file: string) => string | undefined,
  revision: string,
): LockPlace | undefined {
  const path = lock && bring(lock.path);
  if (lock === undefined || path === undefined) return undefined;
  const folder = resolve(dirname(path), relative(dirname(lock.path), lock.folder));
  return { ...lock, path, folder, name: `${revision}:${lock.name}` };
}

/** Where the document would be if it were checked out, absolute. Diagnostic: `document-not-found`. */
export function pathAtRevision(wanted: AtRevision, folder: string): string {
  const repository = openRepository(folder, wanted);
  const path = repositoryPath(repository, folder, wanted.file);
  return join(repository.root, existingPath(repository, path));
}

/** As git reads it: from the top of the repository, or with `./` from the current folder. */
function repositoryPath({ root }: Repository, folder: string, file: string): string {
  const isRelative = /^\.{1,2}[/\\]/.test(file);
  const native = file.replaceAll("\\", "/");
  const path = isRelative ? relative(root, resolve(realpathSync(folder), native)) : file;
  return path.split(sep).join("/");
}

/** A path typed with backslashes, where the repository does not have them in the name. */
function existingPath(repository: Repository, path: string): string {
  if (!path.includes("\\") || readBlob(repository, path) !== undefined) return path;
  return path.replaceAll("\\", "/");
}

async function loadRounds(
  repository: Repository,
  path: string,
  options: {
    readonly folder: string;
    readonly diagnostics: Diagnostics;
    readonly overlays: readonly string[];
  },
): Promise<Documents> {
  const copy = options.folder;
  const load = (): Promise<Documents> => loadDocuments(join(copy, path), options);
  let documents = await load();
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const missing = [...documents.missing.keys()].filter((url) => url.startsWith("file:"));
    const copied = missing.filter((url) => copyBlob(repository, inside(copy, url), copy));
    if (copied.length === 0) break;
    documents = await load();
  }
  return documents;
}

/** The path in the repository that a URL in the copy stands for; undefined outside of it. */
function inside(copy: string, url: string): string | undefined {
  const path = relative(copy, fileURLToPath(url)).split(sep).join("/");
  return path.startsWith("../") || resolve(copy, path) !== join(copy, path) ? undefined : path;
}

function copyBlob(repository: Repository, path: string | undefined, copy: string): boolean {
  if (path === undefined || path.split("/").includes("..")) return false;
  const bytes = readBlob(repository, path);
  if (bytes === undefined) return false;
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), bytes);
  return true;
}

/** Calls the documents by their revision: `HEAD:spec/v2.json`. */
export function named(documents: Documents, revision: string): Documents {
  const { entry, sources, overlays } = documents;
  const rename = (source: Source): Source => renamedSource(source, revision);
  const renamed = new Map([...sources].map(([url, source]) => [url, rename(source)]));
  return {
    ...documents,
    entry: renamed.get(entry.url) ?? rename(entry),
    sources: renamed,
    ...(overlays === undefined ? {} : { overlays: overlays.map(rename) }),
  };
}

function renamedSource(source: Source, revision: string): Source {
  const { url, text, value } = source;
  const renamed: Source = {
    name: `${revision}:${source.name}`,
    url,
    text,
    value,
    locate: (pointer) => source.locate(pointer),
  };
  if (source.origin === undefined) return renamed;
  const origin = (pointer: string): { source: Source; pointer: string } => {
    const place = source.origin?.(pointer) ?? { source, pointer };
    const at = place.source === source ? renamed : renamedSource(place.source, revision);
    return { source: at, pointer: place.pointer };
  };
  return { ...renamed, origin };
}
