import compare from "semver/functions/compare.js";
import inc from "semver/functions/inc.js";
import major from "semver/functions/major.js";
import prerelease from "semver/functions/prerelease.js";
import satisfies from "semver/functions/satisfies.js";
import valid from "semver/functions/valid.js";
import { fail } from "../../diagnostics.ts";
import type { Bump } from "../../diff/verdict.ts";

/** What a person may ask for: a step, as in `npm version minor`, or a version. */
export const STEPS = ["major", "minor", "patch"] as const;
export type Step = (typeof STEPS)[number];

/** What decides a version. */
export interface VersionFacts {
  /** The published version that it comes after; undefined for the first release. */
  readonly last: string | undefined;
  /** What the changes ask for. */
  readonly bump: Exclude<Bump, "none">;
  /** What a person asked for. */
  readonly asked: string | undefined;
  /** The name of a prerelease: `next` for 1.2.0-next.0. */
  readonly channel: string | undefined;
  /** The least that it may be: what the configuration or the lock says. */
  readonly floor: string;
  /** Versions that can not be used again. */
  readonly taken: ReadonlySet<string>;
  readonly allowsLower: boolean;
}

/** The version that the changes ask for, and the one that is released. */
export interface NextVersion {
  readonly needed: string;
  readonly version: string;
}

/** Diagnostics: `release-version-invalid`, `release-version-lower`, `release-version-taken`. */
export function nextVersion(facts: VersionFacts): NextVersion {
  const { last, bump, asked, floor, taken } = facts;
  const needed = last === undefined ? floor : higher(after(last, bump), floor);
  const version = asked === undefined ? ofChannel(needed, facts) : askedVersion(asked, facts);
  if (taken.has(version))
    fail("release-version-taken", undefined, { version, reason: "it was published before" });
  if (asked !== undefined) refuseLower(version, needed, facts);
  return { needed, version };
}

/**
 * Semantic Versioning, items 6 to 8. Below 1.0.0 (item 4) the second number stands for what breaks and the third for
 * everything else, which is what npm's caret ranges take them for.
 */
function after(last: string, bump: Step): string {
  if (major(last) > 0) return step(last, bump);
  return step(last, bump === "major" ? "minor" : "patch");
}

function step(version: string, by: Step): string {
  return inc(version, by) ?? version;
}

/** A person's word is meant as it stands: `major` after 0.4.0 is 1.0.0. */
function askedVersion(asked: string, { last, floor, channel, taken }: VersionFacts): string {
  const word = STEPS.find((one) => one === asked);
  if (word !== undefined)
    return ofChannel(last === undefined ? floor : step(last, word), { channel, taken });
  return readVersion(asked, "What was asked for");
}

/** Diagnostic: `release-version-invalid`. */
export function readVersion(text: string, where: string): string {
  const version = valid(text);
  // "v1.0.0" and " 1.0.0" are understood by npm, but are not what a registry and a tag would say.
  if (version !== null && version === text) return version;
  return fail("release-version-invalid", undefined, { version: text, where });
}

/** `1.2.0` or, on a channel, the first `1.2.0-next.N` that is free. */
function ofChannel(
  core: string,
  { channel, taken }: Pick<VersionFacts, "channel" | "taken">,
): string {
  if (channel === undefined) return core;
  let number = 0;
  while (taken.has(`${core}-${channel}.${number}`)) number += 1;
  return `${core}-${channel}.${number}`;
}

function refuseLower(version: string, needed: string, { last, allowsLower }: VersionFacts): void {
  if (last === undefined) return;
  const isBehind = compare(version, last) <= 0;
  const isLow = compare(coreOf(version), needed) < 0;
  if (isBehind || (isLow && !allowsLower))
    fail("release-version-lower", undefined, { given: version, needed, last });
}

/** `1.2.0` of `1.2.0-next.3`: a prerelease may be what the version after it will be. */
export function coreOf(version: string): string {
  return version.replace(/[-+].*$/, "");
}

/** Whether a version is out of the range that `npm install` writes down for another one. */
export function breaksCaret(version: string, last: string): boolean {
  return !satisfies(coreOf(version), `^${last}`);
}

/** The later of two versions (semver.org, item 11). */
export function higher(one: string, other: string): string {
  return compare(one, other) < 0 ? other : one;
}

/** False for a prerelease: `2.0.0-beta.1`. */
export function isStable(version: string): boolean {
  return prerelease(version) === null;
}

/** The highest version without a prerelease, below another one if that is given. */
export function highestStable(versions: readonly string[], below?: string): string | undefined {
  return versions
    .filter((one) => valid(one) !== null && isStable(one))
    .filter((one) => below === undefined || compare(one, below) < 0)
    .toSorted(compare)
    .at(-1);
}
