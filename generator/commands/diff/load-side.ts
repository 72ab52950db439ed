import { resolve } from "node:path";
import type { Diagnostics } from "../../diagnostics.ts";
import type { PackageFile } from "../../diff/surface/open-packages.ts";
import type { Names } from "../../index.ts";
import { loadDocuments } from "../../load/load.ts";
import type { Documents } from "../../source.ts";
import type { Repository } from "./git.ts";
import { loadPublished } from "./load-published.ts";
import { loadRevision, pathAtRevision } from "./load-revision.ts";
import { lockedNames } from "./locked-names.ts";
import type { ProjectFacts, Subject } from "./project.ts";
import { readSideName, type SideName } from "./side-name.ts";

/** One of the two that are compared. */
export interface Side {
  /** As the user named it. */
  readonly name: string;
  /** Undefined for a published package whose document is not known here; `unseen` says why. */
  readonly documents?: Documents;
  readonly unseen?: string;
  /** The package as it was published, which is compared instead of one generated from the document. */
  readonly published?: PublishedSources;
  /** Where the document is, or would be if it were checked out; absolute. Undefined for a URL. */
  readonly path: string | undefined;
  /** The revision that it was read from, if it was. */
  readonly revision?: { readonly name: string; readonly repository: Repository };
  /** A folder that has other editions of some files of the project, all paths absolute. */
  readonly edition?: { readonly name: string; readonly project: string; readonly folder: string };
  /** The names that the lock beside it keeps. */
  readonly locked?: Names | undefined;
}

export interface PublishedSources {
  readonly package: string;
  readonly version: string;
  readonly files: readonly PackageFile[];
}

/** What loading a side needs to know. */
export interface SideContext {
  readonly folder: string;
  readonly project: ProjectFacts;
  readonly diagnostics: Diagnostics;
}

/** What a configuration has to be about to count for a side, before that is loaded. */
export function subjectOf(name: string, folder: string): Subject {
  const parts = readSideName(name, folder);
  if (parts.kind === "package") return { package: parts.package };
  return {
    path: parts.kind === "revision" ? pathAtRevision(parts, folder) : pathOf(parts, folder),
  };
}

function pathOf({ name }: SideName, folder: string): string | undefined {
  return /^(?:https?|file):\/\//i.test(name) ? undefined : resolve(folder, name);
}

/**
 * Reads what is named on the command line: a path, an http(s) URL, `REVISION:PATH` as git has it, or a published
 * package such as `deck-sdk@1.2.0`. Overlays and lock of the project count as they were at that revision.
 * Diagnostics: those of `loadDocuments`, `loadRevision` and `loadPublished`.
 */
export async function loadSide(name: string, context: SideContext): Promise<Side> {
  const parts = readSideName(name, context.folder);
  if (parts.kind === "revision") return { ...(await loadRevision(parts, context)), name };
  if (parts.kind === "package") return loadPublished(parts, context);
  const { folder, diagnostics, project } = context;
  const { overlays, network } = project;
  const documents = await loadDocuments(name, { folder, diagnostics, overlays, network });
  const locked = lockedNames(project.lock, documents, diagnostics);
  return { name, documents, path: pathOf(parts, folder), locked };
}
