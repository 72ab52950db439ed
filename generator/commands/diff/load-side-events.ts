import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative, sep } from "node:path";
import type { Diagnostics } from "../../diagnostics.ts";
import { type EventsInput, loadEvents } from "../../load/events/load-events.ts";
import type { WrittenEvents } from "../../source.ts";
import { readBlob } from "./git.ts";
import type { Side } from "./load-side.ts";

/**
 * The event types that belong to a document: those of the docs page at the document's revision, where both are in one
 * repository, else of the page as it is. Undefined where the revision has no such page.
 * Diagnostics: those of `loadEvents`.
 */
export async function loadSideEvents(
  { revision }: Side,
  input: EventsInput,
  context: { readonly folder: string; readonly diagnostics: Diagnostics },
): Promise<WrittenEvents | undefined> {
  const { page } = input;
  if (page === undefined || revision === undefined || /^https?:/i.test(page))
    return loadEvents(input, context);
  const { root } = revision.repository;
  const path = relative(root, page).split(sep).join("/");
  const bytes = path.startsWith("../") ? undefined : readBlob(revision.repository, path);
  if (bytes === undefined) return undefined;
  const copy = realpathSync(mkdtempSync(join(tmpdir(), "deckhand-diff-")));
  try {
    writeFileSync(join(copy, basename(path)), bytes);
    const written = await loadEvents({ ...input, page: join(copy, basename(path)) }, context);
    const name = `${revision.name}:${path}`;
    return written && { ...written, source: { ...written.source, name } };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
