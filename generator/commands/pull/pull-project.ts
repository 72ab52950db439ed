import { basename, posix, relative, sep } from "node:path";
import { diagnose, type Diagnostic, fail, Failure } from "../../diagnostics.ts";
import { isUrl, isWebAddress } from "../../load/address.ts";
import type { NetworkPolicy } from "../../load/network/policy.ts";
import type { Config, EventsConfig, ProjectConfig, SourceConfig } from "../../options.ts";
import type { Source } from "../../source.ts";
import { type Invocation, optionText } from "../command.ts";
import { findConfig, type LoadedConfig, readConfig } from "../config/read-config.ts";
import { type LockPlace, lockPath, lockPlace } from "../lock/lock-file.ts";
import { missingVariables, networkPolicy } from "../network-settings.ts";
import { locate } from "../locate.ts";
import type { OutputFolder } from "../../write/output-file.ts";
import { isSafePath } from "./places.ts";
import type { SourcePlan } from "./pulled.ts";

/** What a pull works on. */
export interface PullProject {
  /** The configuration's folder, absolute; everything is written below it. */
  readonly folder: string;
  readonly sources: readonly SourcePlan[];
  readonly policy: NetworkPolicy;
  readonly lock: LockPlace;
  /** The SDK whose names the lock keeps. */
  readonly output: OutputFolder;
  readonly strict: boolean;
  /** Whether the SDK of the configuration has types for events from somewhere. */
  readonly knowsEvents: boolean;
  /** Whether the lock that a pull writes is the one that `generate` writes, too. */
  readonly sharesLock: boolean;
}

/**
 * Reads the configuration for a pull. Diagnostics, all with exit code 2: `sources-missing`, `credential-missing`,
 * `config-wrong-value`, and those of `readConfig` and `networkPolicy`.
 */
export async function loadPullProject(invocation: Invocation): Promise<PullProject> {
  const { folder } = invocation.terminal;
  const path = optionText(invocation, "config") ?? findConfig(folder);
  if (path === undefined) return fail("sources-missing", undefined, {});
  const loaded = await readConfig(path, folder);
  const { config, source } = loaded;
  const { sources = [], network = {} } = config;
  if (sources.length === 0) fail("sources-missing", { source, pointer: "" }, {});
  refuseWrong(sources, source);
  const [variable] = missingVariables(network);
  if (variable !== undefined)
    fail("credential-missing", { source, pointer: "/network/credentials" }, { variable });
  const named = filesNamed(loaded);
  const isOnly = config.inputs === undefined;
  const lock = { path: lockPath(loaded.path), folder: loaded.folder, isKept: isOnly };
  return {
    folder: loaded.folder,
    sources: sources.map((one) => planOf(one, named)),
    policy: networkPolicy({ config: network, source, allow: optionText(invocation, "allow") }),
    lock: lockPlace(lock, folder),
    output: {
      path: locate(config.output, loaded.folder) ?? loaded.folder,
      name: config.output ?? basename(loaded.folder),
    },
    strict: invocation.options["strict"] === true || config.strict === true,
    knowsEvents: projectsIn(config).some(({ events }) => listsEvents(events)),
    sharesLock: isOnly,
  };
}

/** A source as a pull wants it. `named`: the files that the configuration names. */
export function planOf(
  { from, to, docs, document, ignore = [] }: SourceConfig,
  named: readonly string[],
): SourcePlan {
  return {
    from: withoutHash(new URL(from)),
    to,
    docs: docs ?? posix.join(posix.dirname(to), "docs"),
    document,
    ignore,
    named,
  };
}

function withoutHash(url: URL): URL {
  url.hash = "";
  return url;
}

function refuseWrong(sources: readonly SourceConfig[], source: Source): void {
  const seen = new Set<string>();
  const problems = sources.flatMap(({ from, to, docs }, index) => {
    const found: Diagnostic[] = [];
    const refuse = (key: string, expected: string): void => {
      const about = { key: `sources.${index}.${key}`, expected };
      found.push(
        diagnose("config-wrong-value", { source, pointer: `/sources/${index}/${key}` }, about),
      );
    };
    if (!isAddress(from)) refuse("from", "an http(s) URL without user name and password");
    if (!isSafePath(to)) refuse("to", SAFE_PATH);
    else if (seen.has(to.toLowerCase())) refuse("to", "another file than that of a source before");
    if (docs !== undefined && !isSafePath(docs)) refuse("docs", SAFE_PATH);
    seen.add(to.toLowerCase());
    return found;
  });
  if (problems.length > 0) throw new Failure(problems);
}

const SAFE_PATH =
  "a path below the configuration's folder, of letters, digits, `.`, `_` and `-` between slashes";

/** True for an address that may stand in a configuration: a secret in it would end up in the lock. */
export function isAddress(text: string): boolean {
  if (!isWebAddress(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === "" && password === "";
}

/** Documents, overlays and pages that the SDKs are made from, as far as they are below the project. */
function filesNamed({ config, folder }: LoadedConfig): readonly string[] {
  const places = projectsIn(config).flatMap(({ input, overlays, events }) => [
    input,
    ...(overlays ?? []),
    events?.page,
  ]);
  return places.flatMap((place) => {
    const path = locate(place, folder);
    if (path === undefined || isUrl(path)) return [];
    const inside = relative(folder, path).split(sep).join("/");
    return inside.startsWith("../") ? [] : [inside];
  });
}

function projectsIn({ inputs, ...shared }: Config): readonly ProjectConfig[] {
  const entries = (inputs ?? []).map((one) => (typeof one === "string" ? { input: one } : one));
  return [shared, ...entries];
}

function listsEvents(events: EventsConfig | undefined): boolean {
  return events?.page !== undefined || events?.types !== undefined;
}
