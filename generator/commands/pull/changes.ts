import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Diagnostics, Failure } from "../../diagnostics.ts";
import type { Diff } from "../../diff/diff.ts";
import { isWebAddress } from "../../load/address.ts";
import { loadDocuments } from "../../load/load.ts";
import { makeFolder } from "../../write/make-folder.ts";
import type { OutputFile } from "../../write/output-file.ts";
import { commit } from "../../write/transaction.ts";
import { compareDocuments } from "../diff/compare-documents.ts";
import { named } from "../diff/load-revision.ts";
import type { Side } from "../diff/side.ts";
import { lockedNames } from "../diff/locked-names.ts";
import { findProject, type ProjectFacts } from "../diff/project.ts";
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
  const own = join(project, path);
  try {
    const facts = await findProject({ path: own }, folder, config);
    const load = (name: Edition): Promise<Side> =>
      loadEdition({ path, name, root: join(copy, name), project }, facts, diagnostics);
    const sides = { old: await load("before"), new: await load("after") };
    return { path, diff: await compareDocuments({ ...sides, folder, config }, diagnostics) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { path, problem: error.message };
  }
}

type Edition = "before" | "after";

interface LaidOut {
  readonly path: string;
  readonly name: Edition;
  /** The folder with this edition's files. */
  readonly root: string;
  readonly project: string;
}

/** With overlays and lock as they are: only the pulled files have another edition. */
async function loadEdition(
  { path, name, root, project }: LaidOut,
  { overlays, lock }: ProjectFacts,
  diagnostics: Diagnostics,
): Promise<Side> {
  const isOld = name === "before";
  const found = await loadDocuments(join(root, path), {
    folder: root,
    network: { enabled: false },
    overlays: overlays.filter((overlay) => !isWebAddress(overlay)),
    diagnostics,
  });
  const documents = isOld ? named(found, name) : found;
  return {
    name: isOld ? `before:${path}` : path,
    documents,
    path: join(project, path),
    edition: { name, project, folder: root },
    locked: lockedNames(lock && { ...lock, folder: root }, documents, diagnostics),
  };
}
