import { parseTarGzip } from "nanotar";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import valid from "semver/functions/valid.js";
import { fail } from "../../diagnostics.ts";
import { memberOf } from "../../json-value.ts";
import { npm, type NpmProblem } from "./npm.ts";
import { redact } from "./secrets.ts";

/** A package as a registry has it. */
export interface Published {
  /** Versions that can be installed, as the registry lists them. */
  readonly versions: readonly string[];
  /** Versions that can not be used again: these, and those that were taken back. */
  readonly taken: ReadonlySet<string>;
  /** `latest` and other names of versions. */
  readonly tags: ReadonlyMap<string, string>;
}

/** One version as a registry has it. */
export interface PublishedVersion {
  /** The commit that it was made from, as its package says: a full object name. */
  readonly gitHead: string | undefined;
  /** Of the tarball, as Subresource Integrity has it: `sha512-...`. */
  readonly integrity: string | undefined;
}

/**
 * What the registry that npm is configured for in `folder` knows of a package; undefined if it was never published.
 * Diagnostic: `registry-failed`.
 */
export async function publishedVersions(
  name: string,
  folder: string,
): Promise<Published | undefined> {
  const value = await view([name, "versions", "time", "dist-tags"], folder);
  if (value === undefined) return undefined;
  const versions = texts(memberOf(value, "versions"));
  const time = Object.keys(members(memberOf(value, "time")));
  return {
    versions,
    taken: new Set([...versions, ...time.filter((key) => valid(key) !== null)]),
    tags: new Map(Object.entries(members(memberOf(value, "dist-tags")))),
  };
}

/** The address of the registry that a package goes to, without credentials; undefined where npm does not say. */
export async function registryOf(name: string, folder: string): Promise<string | undefined> {
  const scope = /^@[^/]+/.exec(name)?.[0];
  for (const key of [...(scope === undefined ? [] : [`${scope}:registry`]), "registry"]) {
    const answer = await npm(["config", "get", key], folder);
    const text = answer.ok ? answer.text.trim() : "";
    if (/^https?:/.test(text)) return redact(text, folder);
  }
  return undefined;
}

/** One version; undefined if there is no such one. Diagnostic: `registry-failed`. */
export async function publishedVersion(
  name: string,
  version: string,
  folder: string,
): Promise<PublishedVersion | undefined> {
  const fields = ["version", "gitHead", "dist.integrity"];
  const value = await view([`${name}@${version}`, ...fields], folder);
  if (value === undefined) return undefined;
  const head = memberOf(value, "gitHead");
  const integrity = memberOf(value, "dist.integrity");
  return {
    gitHead: typeof head === "string" && /^[\da-f]{40,64}$/.test(head) ? head : undefined,
    integrity: typeof integrity === "string" ? integrity : undefined,
  };
}

/**
 * The text files of a published version by their path in the package (`dist/index.d.ts`); undefined if there is no such
 * version. Nothing is left on the disk. Diagnostic: `registry-failed`.
 */
export async function fetchPublished(
  name: string,
  version: string,
  folder: string,
): Promise<ReadonlyMap<string, string> | undefined> {
  const copy = mkdtempSync(join(tmpdir(), "deckhand-package-"));
  try {
    const answer = await npm(
      ["pack", `${name}@${version}`, "--ignore-scripts", "--pack-destination", copy],
      folder,
    );
    if (!answer.ok) return unlessMissing(name, answer.problem);
    const tarball = readdirSync(copy).find((file) => file.endsWith(".tgz"));
    return tarball === undefined ? undefined : await unpack(readFileSync(join(copy, tarball)));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The files of a tarball by their path below its one folder. */
export async function unpack(tarball: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const entries = await parseTarGzip(tarball);
  const files = entries.filter(({ type }) => type === "file");
  return new Map(files.map((file) => [file.name.replace(/^[^/]*\//, ""), file.text]));
}

async function view(words: readonly string[], folder: string): Promise<unknown> {
  const answer = await npm(["view", ...words], folder);
  return answer.ok ? answer.value : unlessMissing(words[0] ?? "", answer.problem);
}

function unlessMissing(what: string, { code, summary }: NpmProblem): undefined {
  if (code === "E404" || code === "ETARGET") return undefined;
  return fail("registry-failed", undefined, {
    what: `"${what}" could not be looked up`,
    reason: summary,
  });
}

function texts(value: unknown): readonly string[] {
  return [value].flat().filter((one) => typeof one === "string");
}

function members(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, one]) => typeof one === "string"));
}
