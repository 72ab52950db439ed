import { cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fail } from "../../diagnostics.ts";
import type { Run } from "../run-pipeline.ts";
import { buildPackage } from "./build-package.ts";
import { changelogEntry, withEntry } from "./changelog.ts";
import { type Checked, checkPackage, listed, refuse } from "./checks/check-package.ts";
import { breaksCaret } from "./next-version.ts";
import { pack, type Tarball } from "./pack.ts";
import type { Since, Target } from "./plan-release.ts";
import { generateForPackage, type Project } from "./project.ts";
import { readChangelog } from "./record.ts";
import { stagePackage } from "./stage-package.ts";

/** The package of a version, packed and checked. */
export interface Candidate extends Checked {
  readonly tarball: Tarball;
  /** The entry of this version. */
  readonly entry: string;
  /** The whole changelog with it. */
  readonly changelog: string;
}

/** What `dist/` will hold. Diagnostic: `release-check-failed`. */
export async function build(project: Project): Promise<ReadonlyMap<string, string>> {
  const { files } = await generateForPackage(project);
  const { files: built, problems } = await buildPackage(files);
  refuse("TypeScript", problems);
  return built;
}

/** Whether a package is what is published, but for what differs from version to version. */
export function isSamePackage(
  { files }: Run,
  built: ReadonlyMap<string, string>,
  published: ReadonlyMap<string, string> | undefined,
): boolean {
  if (published === undefined) return false;
  const staged = stagePackage({ files, built, changelog: "", folders: [], commit: "" });
  const [ours, theirs] = [staged, published].map((all) => [...all].flatMap(comparable).toSorted());
  return JSON.stringify(ours) === JSON.stringify(theirs);
}

function comparable([path, text]: readonly [string, string]): readonly string[] {
  if (path === "package.json") {
    const { version: _, gitHead: __, ...rest } = JSON.parse(text) as Record<string, unknown>;
    return [JSON.stringify(rest)];
  }
  return path === "README.md" || path.startsWith("dist/") ? [`${path}\n${text}`] : [];
}

export interface CandidateFacts {
  /** What is generated with the version. */
  readonly run: Run;
  readonly built: ReadonlyMap<string, string>;
  readonly since: Since | undefined;
  readonly target: Target;
  readonly allowsLower: boolean;
  /** A folder to keep the package in. */
  readonly keep: string | undefined;
}

/** Packs and checks in a folder of its own. Diagnostics: `release-check-failed`, `release-breaks-uses`. */
export async function makeCandidate(
  project: Project,
  facts: CandidateFacts,
  work: string,
  progress: (step: string) => void,
): Promise<Candidate> {
  const { run, built, since, target, keep } = facts;
  const { version, remark } = target;
  const date = new Date().toISOString().slice(0, 10);
  const entry = changelogEntry({ version, date, reasons: since?.verdict.reasons ?? [], remark });
  const changelog = withEntry(readChangelog(project.settings), version, entry);
  const { npmFolder, repository, settings } = project;
  const folders = [settings.output.path, npmFolder, repository.root];
  const commit = repository.head;
  const files = stagePackage({ files: run.files, built, changelog, folders, commit });
  progress("pack");
  const tarball = await pack(files, work);
  if (keep !== undefined) keepPackage(work, resolve(project.folder, keep));
  const candidate = { tarball, files, previous: since?.files, folder: work };
  const checked = await checkPackage(candidate, progress);
  refuseBroken(checked, facts);
  return { ...checked, tarball, entry, changelog };
}

/** A folder for the work, outside of the project; gone afterwards. */
export function workFolder(): Disposable & { readonly path: string } {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "deckhand-release-")));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

function keepPackage(work: string, folder: string): void {
  cpSync(join(work, "package"), folder, { recursive: true });
}

/** npm installs a version by itself that its caret range has; programs must go on compiling with it. */
function refuseBroken({ uses }: Checked, { since, target, allowsLower }: CandidateFacts): void {
  if (uses === undefined || since === undefined || uses.broken.length === 0) return;
  const last = since.base.version;
  if (allowsLower || breaksCaret(target.version, last)) return;
  const shown = uses.broken.map(({ subject, message }) => `\`${subject}\` (${message})`);
  const about = { version: target.version, last, uses: listed([...new Set(shown)]) };
  fail("release-breaks-uses", undefined, about);
}
