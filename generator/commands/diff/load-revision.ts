import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Diagnostics } from "../../diagnostics.ts";
import { loadDocuments } from "../../load/load.ts";
import type { Documents, Source } from "../../source.ts";
import { notFound, openRepository, readBlob, type Repository } from "./git.ts";
import type { Side } from "./load-side.ts";

/** `HEAD:spec/v2.json` and its two halves. */
export interface AtRevision {
  readonly name: string;
  readonly revision: string;
  readonly file: string;
}

/** Documents refer to documents, which refer to documents; deeper than this is a mistake. */
const MAX_ROUNDS = 100;

/**
 * Reads a document, and what it refers to, as they are at a revision. They are laid into a folder of their own, round
 * after round, until nothing is missing that the revision has; the folder is gone afterwards.
 * Diagnostics: `document-not-found`, and those of `loadDocuments`.
 */
export async function loadRevision(
  wanted: AtRevision,
  folder: string,
  diagnostics: Diagnostics,
): Promise<Omit<Side, "name">> {
  const repository = openRepository(folder, wanted);
  const path = repositoryPath(repository, folder, wanted.file);
  const copy = realpathSync(mkdtempSync(join(tmpdir(), "deckhand-diff-")));
  try {
    if (!copyBlob(repository, path, copy))
      notFound(wanted.name, "there is no such file at that revision");
    const documents = await loadRounds(repository, path, copy, diagnostics);
    return {
      documents: named(documents, wanted.revision),
      path: join(repository.root, path),
      revision: { name: wanted.revision, repository },
    };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** As git reads it: from the top of the repository, or with `./` from the current folder. */
function repositoryPath({ root }: Repository, folder: string, file: string): string {
  const isRelative = /^\.{1,2}\//.test(file);
  const path = isRelative ? relative(root, resolve(realpathSync(folder), file)) : file;
  return path.split(sep).join("/");
}

async function loadRounds(
  repository: Repository,
  path: string,
  copy: string,
  diagnostics: Diagnostics,
): Promise<Documents> {
  const load = (): Promise<Documents> =>
    loadDocuments(join(copy, path), { folder: copy, diagnostics });
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
export function named({ entry, sources, missing }: Documents, revision: string): Documents {
  const rename = (source: Source): Source => ({
    name: `${revision}:${source.name}`,
    url: source.url,
    text: source.text,
    value: source.value,
    locate: (pointer) => source.locate(pointer),
  });
  const renamed = new Map([...sources].map(([url, source]) => [url, rename(source)]));
  return { entry: renamed.get(entry.url) ?? rename(entry), sources: renamed, missing };
}
