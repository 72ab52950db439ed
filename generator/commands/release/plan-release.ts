import valid from "semver/functions/valid.js";
import manifest from "../../../package.json" with { type: "json" };
import { fail } from "../../diagnostics.ts";
import type { Verdict } from "../../diff/verdict.ts";
import type { Invocation } from "../command.ts";
import { fetchPublished, type Published } from "../registry/published.ts";
import { FIRST_VERSION, type Run } from "../run-pipeline.ts";
import { compareRuns } from "./compare-runs.ts";
import {
  higher,
  highestStable,
  isStable,
  type NextVersion,
  nextVersion,
  STEPS,
} from "./next-version.ts";
import type { Project } from "./project.ts";
import type { ReleaseOptions } from "./release-options.ts";
import { type Base, findBase, runAt } from "./published-base.ts";

/** The published version that a release comes after, and what the changes since ask for. */
export interface Since {
  readonly base: Base;
  readonly verdict: Verdict;
  /** The files of that version's package. */
  readonly files: ReadonlyMap<string, string> | undefined;
}

/** Undefined before the first release. Diagnostics: those of `findBase` and `runAt`, `registry-failed`. */
export async function changesSince(
  project: Project,
  run: Run,
  published: Published | undefined,
  { asked }: ReleaseOptions,
  invocation: Invocation,
): Promise<Since | undefined> {
  const { repository, npmFolder, settings } = project;
  const { name } = project.package;
  const below = asked !== undefined && valid(asked) !== null ? asked : undefined;
  const last = highestStable(published?.versions ?? [], below);
  if (last === undefined) return undefined;
  const base = await findBase(repository, name, last, npmFolder);
  const old = await runAt(repository, base, invocation, settings);
  const verdict = await compareRuns(old, run);
  return { base, verdict, files: await fetchPublished(name, last, npmFolder) };
}

/** What is released: undefined when nothing has changed and nobody asked. */
export interface Target extends NextVersion {
  /** The dist-tag. */
  readonly distTag: string;
  /** What the changelog says besides the changes. */
  readonly remark: string | undefined;
}

/** Diagnostics: those of `nextVersion`, `release-version-taken`. */
export function planTarget(
  { package: options }: Project,
  { asked, tag, allowsLower }: ReleaseOptions,
  { since, run, isSame, recorded, published }: TargetFacts,
): Target | undefined {
  const last = since?.base.version;
  const floor = floorOf(last, asked, [options.version, recorded]);
  const verdict = since?.verdict.package ?? "none";
  const isIdle = last !== undefined && verdict === "none" && isSame && floor === last;
  if (isIdle && asked === undefined) return undefined;
  const version = nextVersion({
    last,
    bump: verdict === "none" ? "patch" : verdict,
    asked,
    channel: tag === undefined || tag === "latest" ? undefined : tag,
    floor,
    taken: published?.taken ?? new Set(),
    allowsLower,
  });
  const distTag = distTagOf(version.version, tag, published);
  return { ...version, distTag, remark: remarkOf(since, verdict === "none", run) };
}

export interface TargetFacts {
  readonly since: Since | undefined;
  readonly run: Run;
  /** Whether the package is what is published, but for its version. */
  readonly isSame: boolean;
  /** What the lock says: a release that was prepared and not published yet, or the last one. */
  readonly recorded: string | undefined;
  readonly published: Published | undefined;
}

/** A version that the configuration or a prepared release names counts as asked for, as long as it is ahead. */
function floorOf(
  last: string | undefined,
  asked: string | undefined,
  named: readonly (string | undefined)[],
): string {
  const own = named
    .filter((one) => one !== undefined)
    .filter((one) => valid(one) !== null && isStable(one));
  const isExact = asked !== undefined && !STEPS.some((step) => step === asked);
  const start = last ?? own.at(0) ?? FIRST_VERSION;
  return isExact ? start : own.reduce(higher, start);
}

/** A prerelease is not what `npm install` without a version should give, nor is a version of an older line. */
function distTagOf(
  version: string,
  tag: string | undefined,
  published: Published | undefined,
): string {
  if (tag !== undefined) return tag;
  if (!isStable(version)) return /-([a-z][\w-]*)/i.exec(version)?.[1] ?? "next";
  const newest = highestStable(published?.versions ?? []);
  if (newest !== undefined && higher(newest, version) !== version)
    fail("release-version-taken", undefined, {
      version,
      reason: `${newest} is published, so this one needs a name of its own (--tag NAME)`,
    });
  return "latest";
}

function remarkOf(
  since: Since | undefined,
  isUnchanged: boolean,
  { report }: Run,
): string | undefined {
  if (since === undefined)
    return `First release: ${report.operations} operations, ${report.types} types.`;
  return isUnchanged
    ? `The API has not changed. Made with Deckhand ${manifest.version}.`
    : undefined;
}
