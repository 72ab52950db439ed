import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Diagnostics, Failure } from "../../diagnostics.ts";
import type { Diff } from "../../diff/diff.ts";
import { loadDocuments } from "../../load/load.ts";
import { makeFolder } from "../../write/make-folder.ts";
import type { OutputFile } from "../../write/output-file.ts";
import { commit } from "../../write/transaction.ts";
import { compareDocuments } from "../diff/compare-documents.ts";
import { named } from "../diff/load-revision.ts";
import type { Side } from "../diff/load-side.ts";
import type { PlannedFile, PullPlan } from "./plan-pull.ts";
import type { PulledFile, PulledSource, SourcePlan } from "./pulled.ts";

/** What changed in a document, or why that can not be told. */
export type DocumentChange =
  | { readonly path: string; readonly diff: Diff }
  | { readonly path: string; readonly problem: string };

/**
 * What a pull changes in the documents that were there before, in the words of `deckhand diff`. Both editions are laid
 * into folders of their own, so that it can be told before anything is written.
 */
export async function documentChanges(
  pulled: readonly PulledSource[],
  { write }: PullPlan,
  places: ProjectPlaces,
): Promise<readonly DocumentChange[]> {
  const changed = new Map(write.map((file) => [file.path, file]));
  const sources = pulled.filter(({ plan, files }) =>
    files.some((file) => changed.has(file.path) && decides(file, plan)),
  );
  const files = sources.flatMap((source) => source.files);
  const documents = files.filter(
    ({ role, path }) => role === "document" && isThere(changed.get(path)),
  );
  if (documents.length === 0) return [];
  const copy = realpathSync(mkdtempSync(join(tmpdir(), "deckhand-pull-")));
  try {
    const before = files.map(({ path, text }) => {
      const file = changed.get(path);
      return { path, text: file === undefined ? text : file.before };
    });
    layOut(join(copy, "before"), before);
    layOut(join(copy, "after"), files);
    const changes: DocumentChange[] = [];
    for (const { path } of documents) changes.push(await changeOf(path, copy, places));
    return changes;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Of pages, only those are read again that the configuration names: what the others show is in the document. */
function decides({ role, path }: PulledFile, { named }: SourcePlan): boolean {
  return role === "document" || role === "part" || named.includes(path);
}

/** False for a file that is new. */
function isThere(file: PlannedFile | undefined): boolean {
  return file === undefined || file.before !== undefined;
}

function layOut(
  folder: string,
  files: readonly { readonly path: string; readonly text: string | undefined }[],
): void {
  makeFolder(folder);
  const there = files.filter((file): file is OutputFile => file.text !== undefined);
  commit(folder, there, []);
}

export interface ProjectPlaces {
  /** The folder of the configuration. */
  readonly project: string;
  /** The current one. */
  readonly folder: string;
  /** The configuration, where the command names it. */
  readonly config: string | undefined;
}

async function changeOf(
  path: string,
  copy: string,
  { project, folder, config }: ProjectPlaces,
): Promise<DocumentChange> {
  const diagnostics = new Diagnostics();
  const load = async (name: "before" | "after"): Promise<Side> => {
    const root = join(copy, name);
    const network = { enabled: false };
    const documents = await loadDocuments(join(root, path), { folder: root, network, diagnostics });
    const shown = name === "before" ? `before:${path}` : path;
    return {
      name: shown,
      documents: name === "before" ? named(documents, name) : documents,
      path: join(project, path),
      edition: { name, project, folder: root },
    };
  };
  try {
    const sides = { old: await load("before"), new: await load("after") };
    return { path, diff: await compareDocuments({ ...sides, folder, config }, diagnostics) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { path, problem: error.message };
  }
}
