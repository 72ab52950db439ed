import { resolve } from "node:path";
import { isUrl } from "../../load/address.ts";
import { loadDocuments } from "../../load/load.ts";
import { loadPublished } from "./load-published.ts";
import { loadRevision, pathAtRevision } from "./load-revision.ts";
import { lockedNames } from "./locked-names.ts";
import type { Subject } from "./project.ts";
import type { Side, SideContext } from "./side.ts";
import { readSideName, type SideName } from "./side-name.ts";

/** What a configuration has to be about to count for a side, before that is loaded. */
export function subjectOf(name: string, folder: string): Subject {
  const parts = readSideName(name, folder);
  if (parts.kind === "package") return { package: parts.package };
  return {
    path: parts.kind === "revision" ? pathAtRevision(parts, folder) : pathOf(parts, folder),
  };
}

function pathOf({ name }: SideName, folder: string): string | undefined {
  return isUrl(name) ? undefined : resolve(folder, name);
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
