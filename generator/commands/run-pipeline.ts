import { type Diagnostic, Diagnostics, Failure, fail, isError } from "../diagnostics.ts";
import { generate, type Generated, type GenerateOptions } from "../index.ts";
import { isTooDeep, MAX_DEPTH } from "../load/depth.ts";
import { loadTemplates } from "../load/templates.ts";
import { printLock } from "../lock/print-lock.ts";
import { releasedVersion, withRelease } from "../lock/release.ts";
import type { PackageConfig } from "../options.ts";
import type { Documents } from "../source.ts";
import { type Inputs, loadInputs } from "./load-inputs.ts";
import { type LockFile, readLockFile } from "./lock/lock-file.ts";
import { LockedPlaces, nextLock, whatMoved } from "./lock/next-lock.ts";
import type { Settings } from "./settings.ts";
import { tuneV8 } from "./tune-v8.ts";

/** Of a package whose configuration names none: what it promises may still change (semver.org, item 4). */
export const FIRST_VERSION = "0.1.0";

/** What a run would write. */
export interface Run extends Generated, Inputs {
  readonly lock: RunLock | undefined;
  /** False when some of the document, or a document that it refers to, could not be read. */
  readonly isWhole: boolean;
}

/** The lock of a run that keeps one. */
export interface RunLock {
  /** Absolute. */
  readonly path: string;
  readonly name: string;
  /** Its text now; undefined when there is none. */
  readonly before: string | undefined;
  readonly text: string;
  /** What is not as it was when `before` was written; undefined when there is none. */
  readonly moved: readonly string[] | undefined;
}

/**
 * Loads and generates; writes nothing. The diagnostics are those of both stages. With `release`, what is generated and
 * its lock are those of the commit that releases this version.
 */
export async function runPipeline(
  settings: Settings,
  folder: string,
  release?: string,
): Promise<Run> {
  const diagnostics = new Diagnostics();
  const file = settings.lock && readLockFile(settings.lock, settings.output, diagnostics);
  const inputs = await loadInputs(settings, folder, diagnostics);
  const { documents, writtenEvents, sources } = inputs;
  const places = settings.lock && new LockedPlaces(documents.sources.values(), settings.lock);
  const locked = file?.lock && places?.fromLock(file.lock.names);
  const released = release ?? (file?.lock && releasedVersion(file.lock));
  // Reading YAML is one small loop that does pay for being optimised.
  tuneV8();
  const generated = generateWithin(documents, settings, {
    writtenEvents,
    locked,
    package: settings.config.package && packageOptions(settings.config.package, released),
  });
  const found = judged([...diagnostics.list, ...generated.diagnostics], settings);
  const names = places?.toLock(generated.names) ?? generated.names;
  const isWhole = documents.missing.size === 0 && !generated.report.incomplete;
  const lock = file && lockOf(settings, file, { names, isWhole, sources }, release);
  return { ...generated, ...inputs, diagnostics: found, isWhole, lock };
}

/** As they count in this run. With `strict`, one that is an error ends it. */
function judged(found: readonly Diagnostic[], { strict }: Settings): readonly Diagnostic[] {
  if (!strict) return found;
  const all = found.map(strictly);
  if (all.some(isError)) throw new Failure(all);
  return all;
}

/** With `strict`, a reference to a document that is not there is an error like any other dead end. */
function strictly(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.code === "unresolved-external-ref"
    ? { ...diagnostic, severity: "error" }
    : diagnostic;
}

function lockOf(
  { lock: place, configSource }: Settings,
  { lock, text: before }: LockFile,
  { names, isWhole, sources }: Pick<Run, "names" | "isWhole" | "sources">,
  release: string | undefined,
): RunLock | undefined {
  if (place?.isKept !== true || configSource === undefined) return undefined;
  const made = nextLock(lock, names, { sources, config: configSource }, { place, isWhole });
  const next = release === undefined ? made : withRelease(made, release);
  const moved = lock && whatMoved(lock, next, configSource.name);
  return { path: place.path, name: place.name, before, text: printLock(next), moved };
}

/**
 * JSON may nest as deep as it likes, and references may lead on as long as they like. Measuring that costs more than
 * parsing, so it is done only when the stack has overflowed.
 */
function generateWithin(
  documents: Documents,
  { config, configSource }: Settings,
  given: Pick<GenerateOptions, "writtenEvents" | "locked" | "package">,
): Generated {
  try {
    return generate(documents, {
      ...(config.enums === undefined ? {} : { enums: config.enums }),
      ...(config.retry === undefined ? {} : { retry: config.retry }),
      ...(config.facade === undefined ? {} : { facade: config.facade }),
      ...(config.importExtension === undefined ? {} : { importExtension: config.importExtension }),
      events: config.events,
      facts: config,
      configSource,
      ...given,
      templates: loadTemplates(),
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const deep = [...documents.sources.values()].find(({ value }) => isTooDeep(value));
    const at = { source: deep ?? documents.entry, pointer: "" };
    return fail("nested-too-deeply", at, { limit: deep && MAX_DEPTH });
  }
}

/** Once there was a release, the lock has the version; until then, the configuration says what the first one will be. */
function packageOptions(
  { name, version, license, repository }: PackageConfig,
  released: string | undefined,
): GenerateOptions["package"] {
  return { name, version: released ?? version ?? FIRST_VERSION, license, repository };
}
