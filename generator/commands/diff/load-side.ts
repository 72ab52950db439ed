import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Diagnostics } from "../../diagnostics.ts";
import { loadDocuments } from "../../load/load.ts";
import type { Documents } from "../../source.ts";
import type { Repository } from "./git.ts";
import { loadRevision } from "./load-revision.ts";

/** One of the two documents that are compared. */
export interface Side {
  /** As the user named it. */
  readonly name: string;
  readonly documents: Documents;
  /** Where it is, or would be if it were checked out; absolute. Undefined for a URL. */
  readonly path: string | undefined;
  /** The revision that it was read from, if it was. */
  readonly revision?: { readonly name: string; readonly repository: Repository };
  /** A folder that has other editions of some files of the project, all paths absolute. */
  readonly edition?: { readonly name: string; readonly project: string; readonly folder: string };
}

/**
 * Reads a document that is named on the command line: a path, an http(s) URL, or `REVISION:PATH` as git has it. What is
 * there as a file is a file, whatever its name.
 * Diagnostics: those of `loadDocuments` and `loadRevision`.
 */
export async function loadSide(
  name: string,
  folder: string,
  diagnostics: Diagnostics,
): Promise<Side> {
  const path = resolve(folder, name);
  const isUrl = /^(?:https?|file):\/\//i.test(name);
  const [, revision, file] = /^([^:]{2,}):(.+)$/s.exec(name) ?? [];
  if (!isUrl && !existsSync(path) && revision !== undefined && file !== undefined)
    return { name, ...(await loadRevision({ name, revision, file }, folder, diagnostics)) };
  const documents = await loadDocuments(name, { folder, diagnostics });
  return { name, documents, path: isUrl ? undefined : path };
}
