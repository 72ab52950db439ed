import { isAbsolute, resolve } from "node:path";
import { fail } from "../diagnostics.ts";
import type { Config } from "../options.ts";
import type { OutputFolder } from "../write/output-file.ts";
import { type Invocation, optionText } from "./command.ts";
import { type ConfigSource, findConfig, readConfig } from "./config/read-config.ts";
import { type LockPlace, lockPath } from "./lock/lock-file.ts";
import { displayName } from "../load/address.ts";
import { pathToFileURL } from "node:url";

/** What a run works on, all paths absolute. */
export interface Settings {
  /** A path or a URL. */
  readonly input: string;
  /** Paths or URLs. */
  readonly overlays: readonly string[];
  readonly output: OutputFolder;
  /** The page with the events: a path or a URL. */
  readonly eventsPage: string | undefined;
  readonly strict: boolean;
  readonly config: Config;
  /** What the configuration was read from, if there is one. */
  readonly configSource: ConfigSource | undefined;
  /** Where the names of earlier runs are kept; a run without a configuration has no such place. */
  readonly lock: LockPlace | undefined;
}

/** The options that `generate` and `check` share. */
export const settingsOptions: readonly (readonly [flags: string, description: string])[] = [
  ["--input <file|url>", "the OpenAPI document: JSON, YAML, or a docs page with a fenced block"],
  ["--output <folder>", "the folder to write into"],
  ["--config <file>", "the configuration (default: deckhand.config.ts, .mjs or .json here)"],
  ["--strict", "write nothing when a part of the document is broken"],
];

/**
 * Joins configuration and options; options win. With both `--input` and `--output` and no `--config`, the work is
 * named in full and the configuration of the current folder, which is another project's, is left alone.
 * Diagnostics: `input-missing`, `output-missing`, and those of `readConfig`.
 */
export async function loadSettings(invocation: Invocation): Promise<Settings> {
  const { folder } = invocation.terminal;
  const given = {
    input: optionText(invocation, "input"),
    output: optionText(invocation, "output"),
  };
  const path = configPath(invocation, given.input !== undefined && given.output !== undefined);
  const loaded = path === undefined ? undefined : await readConfig(path, folder);
  const config = loaded?.config ?? {};
  const base = loaded?.folder ?? folder;
  const input = locate(given.input, folder) ?? locate(config.input, base);
  const output = locate(given.output, folder) ?? locate(config.output, base);
  if (input === undefined) return fail("input-missing", undefined, {});
  if (output === undefined) return fail("output-missing", undefined, {});
  return {
    input,
    output: { path: output, name: given.output ?? config.output ?? output },
    overlays: (config.overlays ?? []).flatMap((one) => locate(one, base) ?? []),
    eventsPage: locate(config.events?.page, base),
    strict: invocation.options["strict"] === true || config.strict === true,
    config,
    configSource: loaded?.source,
    lock:
      loaded &&
      lockPlace(loaded.path, folder, given.input === undefined && given.output === undefined),
  };
}

function lockPlace(config: string, folder: string, isKept: boolean): LockPlace {
  const path = lockPath(config);
  return { path, name: displayName(pathToFileURL(path), folder), isKept };
}

function configPath(invocation: Invocation, isNamedInFull: boolean): string | undefined {
  const named = optionText(invocation, "config");
  if (named !== undefined || isNamedInFull) return named;
  return findConfig(invocation.terminal.folder);
}

/** A path made absolute, or a URL as it is. */
export function locate(place: string | undefined, folder: string): string | undefined {
  if (place === undefined || /^(?:https?|file):\/\//i.test(place) || isAbsolute(place))
    return place;
  return resolve(folder, place);
}
