import { pathToFileURL } from "node:url";
import { fail } from "../diagnostics.ts";
import { displayName } from "../load/address.ts";
import { pick, refuseOverlaps } from "./batch/several.ts";
import { type Invocation, optionText } from "./command.ts";
import { type Project, projectsOf } from "./config/projects.ts";
import { findConfig, type LoadedConfig, readConfig, strayConfig } from "./config/read-config.ts";
import { locate } from "./locate.ts";
import { lockPath, lockPathOfEntry, lockPlace } from "./lock/lock-file.ts";
import { isInterrupted } from "../write/transaction.ts";
import type { Projects, Settings } from "./settings.ts";

/**
 * Joins configuration and options; options win. With both `--input` and `--output` and no `--config`, the work is
 * named in full and the configuration of the current folder, which is another project's, is left alone. With `inputs`
 * in the configuration, the two options pick entries instead of replacing what they say.
 * Diagnostics: `input-missing`, `output-missing`, `outputs-overlap`, `input-not-listed`, `interrupted-pull`, and those of
 * `readConfig` and `projectsOf`.
 */
export async function loadProjects(invocation: Invocation): Promise<Projects> {
  const { folder } = invocation.terminal;
  const given = {
    input: optionText(invocation, "input"),
    output: optionText(invocation, "output"),
    strict: invocation.options["strict"] === true,
    allow: optionText(invocation, "allow"),
  };
  const path = configPath(invocation, given.input !== undefined && given.output !== undefined);
  const loaded = path === undefined ? undefined : await readConfig(path, folder);
  if (loaded !== undefined) refuseHalfPulled(loaded, folder);
  else if (given.input === undefined)
    fail("input-missing", undefined, { stray: strayConfig(folder) });
  if (loaded?.config.inputs === undefined)
    return { list: [settingsOfOne(loaded, given, folder)], areSeveral: false };
  const projects = projectsOf(loaded);
  if (projects.length === 0)
    fail("input-missing", { source: loaded.source, pointer: "/inputs" }, {});
  const all = projects.map((project) => settingsOfEntry(project, loaded, given, folder));
  refuseOverlaps(all);
  const wanted = {
    input: locate(given.input, folder),
    output: locate(given.output, folder),
    shown: given.input ?? given.output ?? "",
  };
  return { list: pick(all, wanted), areSeveral: true };
}

/** A pull that was killed while it was writing leaves documents of two days side by side. */
function refuseHalfPulled({ config, folder: base }: LoadedConfig, folder: string): void {
  if ((config.sources ?? []).length === 0 || !isInterrupted(base)) return;
  fail("interrupted-pull", undefined, { folder: displayName(pathToFileURL(base), folder) });
}

interface GivenOptions {
  readonly input: string | undefined;
  readonly output: string | undefined;
  readonly strict: boolean;
  readonly allow: string | undefined;
}

function settingsOfOne(
  loaded: LoadedConfig | undefined,
  { input, output, strict, allow }: GivenOptions,
  folder: string,
): Settings {
  const config = loaded?.config ?? {};
  const base = loaded?.folder ?? folder;
  const isKept = input === undefined && output === undefined;
  const lock = loaded && lockPlace({ path: lockPath(loaded.path), folder: base, isKept }, folder);
  return settingsOf({
    config,
    base,
    strict,
    allow,
    lock,
    configSource: loaded?.source,
    input: locate(input, folder) ?? locate(config.input, base),
    output: {
      path: locate(output, folder) ?? locate(config.output, base),
      name: output ?? config.output,
    },
  });
}

function settingsOfEntry(
  { config, source, pointer }: Project,
  loaded: LoadedConfig,
  { strict, allow }: GivenOptions,
  folder: string,
): Settings {
  const base = loaded.folder;
  const path = locate(config.output, base);
  if (path === undefined) return fail("output-missing", { source: loaded.source, pointer }, {});
  const lock = { path: lockPathOfEntry(loaded.path, path), folder: base, isKept: true };
  return settingsOf({
    config,
    base,
    strict,
    allow,
    lock: lockPlace(lock, folder),
    configSource: source,
    input: locate(config.input, base),
    output: { path, name: config.output },
  });
}

interface Joined extends Pick<Settings, "config" | "configSource" | "lock" | "strict" | "allow"> {
  /** Where paths of the configuration are relative to. */
  readonly base: string;
  readonly input: string | undefined;
  readonly output: { readonly path: string | undefined; readonly name: string | undefined };
}

function settingsOf({ input, output, base, strict, ...rest }: Joined): Settings {
  const { config } = rest;
  if (input === undefined) return fail("input-missing", undefined, {});
  if (output.path === undefined) return fail("output-missing", undefined, {});
  return {
    ...rest,
    input,
    output: { path: output.path, name: output.name ?? output.path },
    overlays: (config.overlays ?? []).flatMap((one) => locate(one, base) ?? []),
    eventsPage: locate(config.events?.page, base),
    strict: strict || config.strict === true,
  };
}

function configPath(invocation: Invocation, isNamedInFull: boolean): string | undefined {
  const named = optionText(invocation, "config");
  if (named !== undefined || isNamedInFull) return named;
  return findConfig(invocation.terminal.folder);
}
