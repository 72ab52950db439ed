import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Diagnostics } from "../../diagnostics.ts";
import { isWebAddress } from "../../load/address.ts";
import { type Invocation, optionText } from "../command.ts";
import { readLockFile } from "../lock/lock-file.ts";
import { loadProjects } from "../load-projects.ts";
import type { Projects, Settings } from "../settings.ts";
import { besides, openStaged, type Wanted } from "./staged.ts";

/**
 * Runs a check on what git is about to commit instead of the files as they are. Only what the check looks at is taken
 * out of the index: the configuration, the documents, the locks and the outputs.
 */
export async function inStagedCopy<T>(
  invocation: Invocation,
  check: (inside: Invocation, projects: Projects) => Promise<T>,
): Promise<T> {
  using staged = openStaged(invocation.terminal.folder);
  const terminal = { ...invocation.terminal, folder: staged.folder };
  const inside: Invocation = { ...invocation, terminal };
  const config = resolve(staged.folder, optionText(inside, "config") ?? "deckhand.config.ts");
  staged.bring([{ path: dirname(config), kind: "beside" }]);
  const projects = await loadProjects(inside);
  staged.bring(projects.list.flatMap(lockOf));
  staged.bring(projects.list.flatMap(wantedOf));
  return await check(inside, projects);
}

/** Looked at first: it names the documents that only references lead to. */
function lockOf({ lock }: Settings): readonly Wanted[] {
  return lock === undefined ? [] : [{ path: lock.path, kind: "itself" }];
}

function wantedOf(settings: Settings): readonly Wanted[] {
  const { input, overlays, eventsPage, output } = settings;
  const documents = [input, ...overlays].flatMap((path) => fileOf(path) ?? []);
  const page = eventsPage === undefined ? undefined : fileOf(eventsPage);
  return [
    ...documents.flatMap((path): Wanted[] => [{ path, kind: "itself" }, besides(path)]),
    ...[page, output.path].flatMap((path): Wanted[] =>
      path === undefined ? [] : [{ path, kind: "itself" }],
    ),
    ...lockedInputs(settings).map((path): Wanted => ({ path, kind: "itself" })),
  ];
}

/** Documents in other folders, which only references lead to. */
function lockedInputs({ lock: place, output }: Settings): readonly string[] {
  if (place === undefined) return [];
  const { lock } = readLockFile(place, output, new Diagnostics());
  return [...(lock?.inputs.keys() ?? [])]
    .filter((path) => !isWebAddress(path))
    .map((path) => resolve(place.folder, path));
}

function fileOf(place: string): string | undefined {
  if (isWebAddress(place)) return undefined;
  return place.startsWith("file:") ? fileURLToPath(place) : place;
}
