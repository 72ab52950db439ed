import { Diagnostics, fail } from "../../diagnostics.ts";
import { releasedVersion } from "../../lock/release.ts";
import type { Invocation } from "../command.ts";
import { readLockFile } from "../lock/lock-file.ts";
import { type Published, publishedVersions, registryOf } from "../registry/published.ts";
import { runPipeline } from "../run-pipeline.ts";
import type { Settings } from "../settings.ts";
import { build, type Candidate, isSamePackage, makeCandidate, workFolder } from "./candidate.ts";
import { listed } from "./checks/check-package.ts";
import { changesSince, planTarget, type Since, type Target } from "./plan-release.ts";
import { generateUndrifted, openProject, type Project } from "./project.ts";
import { tagOf } from "./published-base.ts";
import { publish } from "./publish.ts";
import { type Recorded, record, type Release, strangeChanges } from "./record.ts";
import { finish } from "./finish.ts";
import { jsrName, writeForJsr } from "./jsr-package.ts";
import type { ReleaseOptions } from "./release-options.ts";
import { commitOf, outside } from "./repository.ts";
import { findUnfinished, type Unfinished } from "./unfinished.ts";

/** What a run of `deckhand release` did with one package, or would do. */
export interface Outcome {
  readonly name: string;
  /** Its address. */
  readonly registry: string | undefined;
  /** An earlier release that was completed first. */
  readonly finished: Unfinished | undefined;
  readonly since: Since | undefined;
  /** Undefined when there is nothing to release. */
  readonly target: Target | undefined;
  readonly candidate: Candidate | undefined;
  readonly publication: "published" | "already there" | "not published";
  readonly recorded: Recorded | undefined;
}

/**
 * Releases one package. Nothing is written before the registry has taken it, and what a broken run left is finished
 * first. `progress` hears what comes next. Diagnostics: docs/release.md.
 */
export async function releaseProject(
  settings: Settings,
  options: ReleaseOptions,
  invocation: Invocation,
  progress: (step: string) => void,
): Promise<Outcome> {
  const { folder } = invocation.terminal;
  const first = await openProject(settings, folder);
  const { name } = first.package;
  progress(`look up ${name}`);
  const [published, registry] = await Promise.all([
    publishedVersions(name, first.npmFolder),
    registryOf(name, first.npmFolder),
  ]);
  const unfinished = await refuseChanges(first, published, options);
  if (unfinished !== undefined && !options.isDryRun) {
    progress(`finish ${tagOf(name, unfinished.version)}`);
    await finish(first, unfinished, options);
  }
  const project = await openProject(settings, folder);
  if (options.jsr !== undefined) jsrName(project);
  using work = workFolder();
  const planned = await plan({ project, published, options, invocation, progress }, work.path);
  return { name, registry, finished: unfinished, ...planned };
}

/** Only changes that an unfinished release made may be there. Diagnostic: `release-dirty`. */
async function refuseChanges(
  project: Project,
  published: Published | undefined,
  { usesGit }: ReleaseOptions,
): Promise<Unfinished | undefined> {
  const { all, strange } = await strangeChanges(project.repository, project.settings);
  if (strange.length > 0) return refused(strange);
  const unfinished = await findUnfinished(project, published, usesGit);
  return all.length > 0 && unfinished === undefined ? refused(all) : unfinished;
}

function refused(files: readonly string[]): never {
  return fail("release-dirty", undefined, { files: listed(files, ", ") });
}

interface Work {
  readonly project: Project;
  readonly published: Published | undefined;
  readonly options: ReleaseOptions;
  readonly invocation: Invocation;
  readonly progress: (step: string) => void;
}

async function plan(
  work: Work,
  folder: string,
): Promise<Omit<Outcome, "name" | "registry" | "finished">> {
  const { project, published, options, invocation, progress } = work;
  progress("generate and compare");
  const run = await generateUndrifted(project);
  const since = await changesSince(project, run, published, options, invocation);
  progress("build");
  const built = await build(project);
  const isSame = isSamePackage(run, built, since?.files);
  const recorded = recordedVersion(project);
  const target = planTarget(project, options, { since, run, isSame, recorded, published });
  const nothing = { since, publication: "not published", recorded: undefined } as const;
  if (target === undefined) return { ...nothing, target, candidate: undefined };
  const { version } = target;
  const release = await openRelease(project, version, options);
  const facts = { ...options, run: release.run, built, since, target };
  const candidate = await makeCandidate(project, facts, folder, progress);
  if (options.jsr !== undefined)
    await writeForJsr(project, { version, changelog: candidate.changelog }, options.jsr);
  if (options.isDryRun) return { ...nothing, target, candidate };
  const publication = await publishCandidate(work, target, candidate);
  progress("write, commit and tag");
  const written = await record({ ...release, changelog: candidate.changelog });
  return { since, target, candidate, publication, recorded: written };
}

/** What could not be written down afterwards is refused before. */
async function openRelease(
  project: Project,
  version: string,
  { usesGit, isDryRun }: ReleaseOptions,
): Promise<Omit<Release, "changelog">> {
  const { settings, folder, repository } = project;
  const tag = tagOf(project.package.name, version);
  const run = await runPipeline(settings, folder, version);
  const tagged = await commitOf(repository, `refs/tags/${tag}`);
  if (tagged !== undefined && tagged !== repository.head)
    fail("release-version-taken", undefined, {
      version,
      reason: `the tag ${tag} is on another commit`,
    });
  const isWritten = run.lock?.before === run.lock?.text;
  if (usesGit && !isDryRun && !isWritten && repository.branch === undefined)
    outside("no branch is checked out that the commit of the release could go to");
  return { settings, repository, run, tag, usesGit };
}

async function publishCandidate(
  { project, options, progress }: Work,
  { version, distTag }: Target,
  { tarball }: Candidate,
): Promise<Outcome["publication"]> {
  if (!options.publishes) return "not published";
  progress(`publish ${tagOf(project.package.name, version)}`);
  return publish({
    name: project.package.name,
    version,
    tarball,
    tag: distTag,
    access: options.access,
    provenance: options.provenance,
    otp: options.otp,
    folder: project.npmFolder,
  });
}

function recordedVersion({ settings }: Project): string | undefined {
  const file = settings.lock && readLockFile(settings.lock, settings.output, new Diagnostics());
  return file?.lock && releasedVersion(file.lock);
}
