import { basename } from "node:path";
import { diagnose, type Diagnostic, Failure } from "../../diagnostics.ts";
import type { Config, InputConfig, PackageConfig, ProjectConfig } from "../../options.ts";
import type { Source } from "../../source.ts";
import type { ConfigSource, LoadedConfig } from "./read-config.ts";

/** One SDK that a configuration describes. */
export interface Project {
  /** What it says and what is said for all. */
  readonly config: ProjectConfig;
  /** The configuration with that as its value; places are those of the entry, or of what is said for all. */
  readonly source: ConfigSource;
  /** Where the entry stands: `/inputs/2`; `""` for a configuration of one document. */
  readonly pointer: string;
}

/**
 * The SDKs of a configuration: one for each entry of `inputs`, or the one that it is about. An entry's options replace
 * those that are said for all; `package` is joined member by member, and only where the entry has one.
 * Diagnostic: `config-not-shared`.
 */
export function projectsOf({ config, source }: LoadedConfig): readonly Project[] {
  const { inputs, ...shared } = config;
  if (inputs === undefined) return [{ config, source, pointer: "" }];
  refuseUnshared(config, source);
  return inputs.map((input, index) => {
    const entry = typeof input === "string" ? { input } : input;
    const pointer = `/inputs/${index}`;
    const own = join(shared, entry);
    return { config: own, source: entrySource(source, own, entry, pointer), pointer };
  });
}

function refuseUnshared(config: Config, source: Source): void {
  const keys: string[] = [];
  if (config.input !== undefined) keys.push("input");
  if ((config.package as Partial<PackageConfig> | undefined)?.name !== undefined)
    keys.push("package.name");
  const problems = keys.map((key): Diagnostic => {
    const pointer = `/${key.replace(".", "/")}`;
    return diagnose("config-not-shared", { source, pointer }, { key });
  });
  if (problems.length > 0) throw new Failure(problems);
}

function join({ package: common, output: parent, ...shared }: ProjectConfig, entry: InputConfig) {
  const output = entry.output ?? (parent && `${parent}/${stemOf(entry.input)}`);
  return {
    ...shared,
    ...entry,
    ...(output === undefined ? {} : { output }),
    ...(entry.package === undefined ? {} : { package: { ...common, ...entry.package } }),
  };
}

/** `apis/orders.v2.yaml` -> `orders.v2`, in letters that a folder may have everywhere. */
function stemOf(input: string): string {
  const name = basename(input.replace(/[?#].*$/, "")).replace(/\.(?:json|ya?ml|md)$/i, "");
  const safe = name.replace(/[^\w.-]+/g, "-").replace(/^[.-]+|[.-]+$/g, "");
  return safe === "" ? "sdk" : safe.slice(0, 60);
}

function entrySource(
  source: ConfigSource,
  value: ProjectConfig,
  entry: InputConfig,
  pointer: string,
): ConfigSource {
  const locate: Source["locate"] = (place) => {
    const [, key = ""] = place.split("/");
    return source.locate(Object.hasOwn(entry, key) ? pointer + place : place);
  };
  return { ...source, value, locate };
}
