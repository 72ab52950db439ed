import type { ProjectConfig } from "../options.ts";
import type { OutputFolder } from "../write/output-file.ts";
import type { ConfigSource } from "./config/read-config.ts";
import type { LockPlace } from "./lock/lock-file.ts";
import { allowOption } from "./network-settings.ts";

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
  /** What `--allow` says of the network. */
  readonly allow: string | undefined;
  readonly config: ProjectConfig;
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
  allowOption,
];

/** The SDKs that a run works on. */
export interface Projects {
  readonly list: readonly Settings[];
  /** True for a configuration with `inputs`, however many of them are picked. */
  readonly areSeveral: boolean;
}
