import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "../../diagnostics.ts";
import type { Generated } from "../../index.ts";
import type { Source } from "../../source.ts";
import { readText } from "../read-text.ts";
import type { Run } from "../run-pipeline.ts";
import type { Settings } from "../settings.ts";
import { fingerprintOf, recordPath } from "./fingerprint.ts";
import {
  recallDiagnostic,
  recallPlace,
  recordDiagnostic,
  recordPlace,
  type SettledRecord,
} from "./record.ts";

/** A project in which nothing has to be done. */
export interface Settled {
  readonly diagnostics: readonly Diagnostic[];
  readonly report: Generated["report"];
  /** Absolute paths of the documents and pages. */
  readonly inputs: readonly string[];
  /** The paths of the output's files. */
  readonly files: readonly string[];
}

/**
 * What the last run found, if nothing that decides it has changed since; then no document need be parsed. The record is
 * in node_modules/.cache, and is only believed where its hash of all inputs and outputs is that of now.
 */
export function recallSettled(settings: Settings, folder: string): Settled | undefined {
  const path = recordPath(settings);
  const record = path === undefined ? undefined : readRecord(path);
  if (record === undefined) return undefined;
  const { inputs, files, fingerprint } = record;
  if (fingerprintOf(settings, { folder, inputs, files }) !== fingerprint) return undefined;
  const texts = new Map<string, string>();
  const textOf = (url: string): string => {
    const text = texts.get(url) ?? readText(new URL(url));
    texts.set(url, text);
    return text;
  };
  const { rewrites, ...facts } = record.facts;
  return {
    inputs,
    files,
    diagnostics: record.diagnostics.map((one) => recallDiagnostic(one, textOf)),
    report: {
      ...facts,
      rewrites: rewrites.map(({ rule, places }) => ({
        rule,
        places: places.map((at) => recallPlace(at, textOf)),
      })),
    },
  };
}

/** A record that somebody else wrote, or that was cut off, is none. */
function readRecord(path: string): SettledRecord | undefined {
  try {
    const record = JSON.parse(readFileSync(path, "utf8")) as Partial<SettledRecord>;
    const { fingerprint, inputs, files, diagnostics, facts } = record;
    if (typeof fingerprint !== "string" || facts === undefined || diagnostics === undefined)
      return undefined;
    return isPaths(inputs) && isPaths(files) ? (record as SettledRecord) : undefined;
  } catch {
    return undefined;
  }
}

function isPaths(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((path) => typeof path === "string");
}

/** More than so many and printing them is what takes the time. */
const MAX_DIAGNOSTICS = 500;

/** Remembers a run after which nothing is to be done: output and lock are what it would write. */
export function rememberSettled(settings: Settings, folder: string, run: Run): void {
  const path = recordPath(settings);
  if (path === undefined || !isRepeatable(settings, run)) return;
  const inputs = run.sources.map(({ url }) => fileURLToPath(url));
  const files = run.files.map(({ path }) => path);
  const fingerprint = fingerprintOf(settings, { folder, inputs, files });
  if (fingerprint === undefined || !run.sources.every(isUnchanged)) return;
  const { rewrites, ...facts } = run.report;
  const record: SettledRecord = {
    fingerprint,
    inputs,
    files,
    diagnostics: run.diagnostics.map(recordDiagnostic),
    facts: {
      ...facts,
      rewrites: rewrites.map(({ rule, places }) => ({ rule, places: places.map(recordPlace) })),
    },
  };
  write(path, JSON.stringify(record));
}

/** All that it was made from is in files, and a configuration that is plain data. */
function isRepeatable({ configSource }: Settings, run: Run): boolean {
  return (
    run.isWhole &&
    run.lock !== undefined &&
    run.lock.before === run.lock.text &&
    run.diagnostics.length <= MAX_DIAGNOSTICS &&
    configSource?.isData === true &&
    run.sources.every(({ url }) => url.startsWith("file:"))
  );
}

/** Somebody may have written the document while the run was at work. */
function isUnchanged({ url, text }: Source): boolean {
  return readText(new URL(url)) === text;
}

/** Without a record the next run is as slow as this one, so failing to write it is no problem to tell. */
function write(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.${process.pid}.tmp`, text);
    renameSync(`${path}.${process.pid}.tmp`, path);
  } catch {
    // node_modules may be read-only, as in a container.
  }
}
