import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { fail, Failure, type Place } from "../../diagnostics.ts";
import { displayName } from "../../load/address.ts";
import { readJson } from "../../load/json/json-source.ts";
import { positionFinder } from "../../load/positions.ts";
import type { Config } from "../../options.ts";
import type { Position, Source } from "../../source.ts";
import { readText } from "../read-text.ts";
import { readLiteralModule } from "./literal.ts";
import { placeInStack } from "./place-in-stack.ts";
import { validateConfig } from "./validate-config.ts";

/** A configuration and where its paths are relative to. */
export interface LoadedConfig {
  readonly config: Config;
  readonly folder: string;
  /** Absolute. */
  readonly path: string;
  readonly source: ConfigSource;
}

/** The text and value of a configuration. */
export interface ConfigSource extends Source {
  /** True when its text alone decides its value; a module that runs can depend on anything. */
  readonly isData: boolean;
}

/** What a configuration is called. */
export const CONFIG_NAMES: readonly string[] = [
  "deckhand.config.ts",
  "deckhand.config.mjs",
  "deckhand.config.json",
];

/** The path of the configuration in a folder, if there is one. Diagnostic: `config-ambiguous`. */
export function findConfig(folder: string): string | undefined {
  const names = CONFIG_NAMES.filter((name) => existsSync(join(folder, name)));
  const [only, ...others] = names;
  if (others.length > 0) return fail("config-ambiguous", undefined, { names });
  return only && join(folder, only);
}

/** The name of a file in a folder that somebody may take for a configuration: `deckhand.config.yaml`. */
export function strayConfig(folder: string): string | undefined {
  const stray = readdirSync(folder).filter((name) => /^deckhand\.config\.\w+$/i.test(name));
  return stray.find((name) => !CONFIG_NAMES.includes(name));
}

/**
 * Reads and validates a configuration. Plain data is read without running it; other modules are imported.
 * Diagnostics: `config-not-found`, `config-failed`, `invalid-json`, and those of `validateConfig`; all have exit code 2.
 */
export async function readConfig(path: string, workingFolder: string): Promise<LoadedConfig> {
  const file = resolve(workingFolder, path);
  const text = readConfigText(file, path);
  const name = displayName(pathToFileURL(file), workingFolder);
  const document = { name, url: pathToFileURL(file).href, text };
  const source = file.endsWith(".json")
    ? { ...readConfigJson(document), isData: true }
    : await readModule(file, document);
  return { config: validateConfig(source), folder: dirname(file), path: file, source };
}

interface ConfigText {
  readonly name: string;
  readonly url: string;
  readonly text: string;
}

function readConfigText(file: string, shown: string): string {
  try {
    return readText(file);
  } catch {
    return fail("config-not-found", undefined, { path: shown });
  }
}

/** The document's syntax error, with the exit code of a wrong configuration. */
function readConfigJson(document: ConfigText): Source {
  try {
    return readJson(document);
  } catch (error) {
    const [first] = error instanceof Failure ? error.diagnostics : [];
    if (first === undefined) throw error;
    return fail("config-failed", first.at, {
      reason: first.message.replace(/^This is/, "it is").replace(/\.$/, ""),
    });
  }
}

async function readModule(file: string, document: ConfigText): Promise<ConfigSource> {
  const literal = readLiteralModule(document.text);
  const toPosition = positionFinder(document.text);
  if (literal.kind === "program") {
    if (file.endsWith(".ts") && !runsTypeScript())
      fail("config-needs-newer-node", placeAt(document, toPosition(literal.offset)), {});
    return importModule(document);
  }
  const locate: Source["locate"] = (pointer) => toPosition(nearest(literal.offsets, pointer));
  return { ...document, value: literal.value, locate, isData: true };
}

function nearest(offsets: ReadonlyMap<string, number>, pointer: string): number {
  for (let place = pointer; place !== ""; place = place.slice(0, place.lastIndexOf("/"))) {
    const offset = offsets.get(place);
    if (offset !== undefined) return offset;
  }
  return offsets.get("") ?? 0;
}

async function importModule(document: ConfigText): Promise<ConfigSource> {
  const { source } = placeAt(document, START);
  try {
    const module = (await import(document.url)) as { readonly default?: unknown };
    return { ...source, value: module.default, isData: false };
  } catch (error) {
    const { message, stack = "" } = error as Error;
    const at = placeAt(document, placeInStack(stack, document) ?? START);
    return fail("config-failed", at, { reason: message.split("\n")[0] ?? "" });
  }
}

const START: Position = { line: 1, column: 1 };

function placeAt(document: ConfigText, position: Position): Place {
  return { source: { ...document, value: undefined, locate: () => position }, pointer: "" };
}

/** Node takes types out by itself from 22.18 on. Older versions can run everything but TypeScript. */
function runsTypeScript(): boolean {
  // Known to Node from 22.10 on, but not to the types of Node 20.
  const features = process.features as { readonly typescript?: unknown };
  const { bun, deno } = process.versions;
  return Boolean(features.typescript ?? bun ?? deno);
}
