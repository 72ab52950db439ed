import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { dirname } from "node:path/posix";
import { diagnose, type Diagnostic, type Diagnostics, Failure } from "../../diagnostics.ts";
import { printLock } from "../../lock/print-lock.ts";
import type { OutputFile } from "../../write/output-file.ts";
import type { KeptFile, KeptFiles } from "./kept-files.ts";
import { lockAfterPull } from "./lock-after-pull.ts";
import type { ProjectBefore } from "./project-before.ts";
import type { PullProject } from "./pull-project.ts";
import type { PulledFile, PulledSource } from "./pulled.ts";

/** What a pull would do to the project. */
export interface PullPlan {
  readonly write: readonly PlannedFile[];
  /** Files of earlier pulls that no source gives any more. */
  readonly remove: readonly string[];
  readonly unchanged: readonly PulledFile[];
  /** The lock as it would be; undefined where it stays as it is. */
  readonly lock: OutputFile | undefined;
}

export interface PlannedFile extends PulledFile {
  /** The text now; undefined for a file that does not exist. */
  readonly before: string | undefined;
}

/**
 * Compares what was fetched with the project; changes nothing. Nothing but a change of a document, of a page or of where
 * one is from is worth a new lock. Diagnostics: `foreign-file`, `edited-since-pull`, which end the pull; `page-vanished`.
 */
export function planPull(
  pulled: readonly PulledSource[],
  before: ProjectBefore,
  diagnostics: Diagnostics,
): PullPlan {
  const { project, kept } = before;
  const files = pulled.flatMap((source) => source.files);
  const compared = files.map((file): PlannedFile => ({
    ...file,
    before: readIfThere(join(project.folder, file.path)),
  }));
  const write = compared.filter(({ before, text }) => !isSame(before, text));
  refuseOthers(write, kept);
  const paths = new Set(files.map(({ path }) => path));
  const gone = kept.all.filter(({ path }) => !paths.has(path));
  const staying = gone.filter((file) => isNamed(file, project));
  for (const { path, origin } of staying)
    diagnostics.report("page-vanished", undefined, { page: origin, path });
  const leaving = gone.filter((file) => !staying.includes(file));
  const lock = lockAfterPull(pulled, before, leaving);
  return {
    write,
    remove: leaving.filter((file) => isRemoved(file, project)).map(({ path }) => path),
    unchanged: files.filter(({ path }) => !write.some((one) => one.path === path)),
    lock: lock && { path: basename(project.lock.path), text: printLock(lock) },
  };
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

/** Git may have changed the ends of lines on the way. */
function isSame(before: string | undefined, text: string): boolean {
  return before !== undefined && before.replaceAll("\r\n", "\n") === text.replaceAll("\r\n", "\n");
}

/** Nobody's work is replaced: neither a file that is not from a pull, nor one that was edited afterwards. */
function refuseOthers(write: readonly PlannedFile[], kept: KeptFiles): void {
  const problems = write.flatMap(({ path, before, role }): readonly Diagnostic[] => {
    if (before === undefined) return [];
    const file = kept.at(path);
    if (file !== undefined)
      return file.isEdited ? [diagnose("edited-since-pull", undefined, { path })] : [];
    const isDocument = role === "document" && /\b(?:openapi|swagger)["']?\s*:/.test(before);
    return isDocument ? [] : [diagnose("foreign-file", undefined, { path })];
  });
  if (problems.length > 0) throw new Failure(problems);
}

function isNamed({ path }: KeptFile, { sources }: PullProject): boolean {
  return sources.some(({ named }) => named.includes(path));
}

/** Only what lies where a source keeps its files, and is as it was pulled. */
function isRemoved({ path, isEdited }: KeptFile, { sources }: PullProject): boolean {
  const folders = sources.flatMap(({ to, docs }) => [`${docs}/`, `${dirname(to)}/`]);
  return !isEdited && folders.some((folder) => path.startsWith(folder));
}
