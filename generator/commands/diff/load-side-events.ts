import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative, sep } from "node:path";
import { isWebAddress } from "../../load/address.ts";
import type { LoadContext } from "../../load/context.ts";
import { type EventsInput, loadEvents } from "../../load/events/load-events.ts";
import type { WrittenEvents } from "../../source.ts";
import { readBlob } from "./git.ts";
import type { Side } from "./side.ts";

/**
 * The event types that belong to a document: those of the docs page at the document's revision, where both are in one
 * repository, else of the page as it is. Undefined where the revision has no such page.
 * Diagnostics: those of `loadEvents`.
 */
export async function loadSideEvents(
  { revision, edition }: Side,
  input: EventsInput,
  context: LoadContext,
): Promise<WrittenEvents | undefined> {
  const { page } = input;
  const other = page === undefined ? undefined : inEdition(edition, page);
  if (other !== undefined)
    return renamed(await loadEvents({ ...input, page: other.path }, context), other.name);
  if (page === undefined || revision === undefined || isWebAddress(page))
    return loadEvents(input, context);
  const { root } = revision.repository;
  const path = relative(root, page).split(sep).join("/");
  const bytes = path.startsWith("../") ? undefined : readBlob(revision.repository, path);
  if (bytes === undefined) return undefined;
  const copy = realpathSync(mkdtempSync(join(tmpdir(), "deckhand-diff-")));
  try {
    writeFileSync(join(copy, basename(path)), bytes);
    const written = await loadEvents({ ...input, page: join(copy, basename(path)) }, context);
    return renamed(written, `${revision.name}:${path}`);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The page as another edition of the project has it, if it does. */
function inEdition(
  edition: Side["edition"],
  page: string,
): { readonly path: string; readonly name: string } | undefined {
  if (edition === undefined || isWebAddress(page)) return undefined;
  const inside = relative(edition.project, page).split(sep).join("/");
  const path = join(edition.folder, inside);
  if (inside.startsWith("../") || !existsSync(path)) return undefined;
  return { path, name: `${edition.name}:${inside}` };
}

function renamed(written: WrittenEvents | undefined, name: string): WrittenEvents | undefined {
  return written && { ...written, source: { ...written.source, name } };
}
