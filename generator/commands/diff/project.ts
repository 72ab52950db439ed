import type { EventsInput } from "../../load/events/load-events.ts";
import { defaultNetworkPolicy, type NetworkPolicy } from "../../load/network/policy.ts";
import type { ProjectConfig } from "../../options.ts";
import { type Project, projectsOf } from "../config/projects.ts";
import { findConfig, type LoadedConfig, readConfig } from "../config/read-config.ts";
import { type LockPlace, lockPath, lockPathOfEntry, lockPlace } from "../lock/lock-file.ts";
import { locate } from "../locate.ts";
import { networkPolicy } from "../network-settings.ts";

/** What decides the shape of the packages besides their documents; the same for both. All paths absolute. */
export interface ProjectFacts {
  readonly config: ProjectConfig;
  /** The document that the configuration is about: a path or a URL. */
  readonly input: string | undefined;
  readonly events: EventsInput;
  /** Paths or URLs. */
  readonly overlays: readonly string[];
  /** Where names are kept. */
  readonly lock: LockPlace | undefined;
  /** What may be fetched. */
  readonly network: NetworkPolicy;
}

const NOTHING: ProjectFacts = {
  config: {},
  input: undefined,
  events: { page: undefined, config: undefined, source: undefined },
  overlays: [],
  lock: undefined,
  network: defaultNetworkPolicy,
};

/** What a configuration may be about: a document by its path, a published package by its name. */
export interface Subject {
  readonly path?: string | undefined;
  readonly package?: string | undefined;
}

/**
 * The configuration that was asked for, else the one of the current folder if it is about the subject. Among several
 * `inputs` it is the entry that is about the subject that counts.
 * Diagnostics: those of `readConfig`, `projectsOf` and `networkPolicy`.
 */
export async function findProject(
  subject: Subject,
  folder: string,
  given: string | undefined,
): Promise<ProjectFacts> {
  const file = given ?? findConfig(folder);
  if (file === undefined) return NOTHING;
  const loaded = await readConfig(file, folder);
  const projects = projectsOf(loaded);
  const own = projects.find((project) => isAbout(project, subject, loaded.folder));
  const [only, ...others] = projects;
  const asked = given !== undefined && others.length === 0 ? only : undefined;
  const project = own ?? asked;
  return project === undefined ? NOTHING : factsOf(project, loaded, folder);
}

function isAbout({ config }: Project, subject: Subject, base: string): boolean {
  if (subject.package !== undefined) return config.package?.name === subject.package;
  return subject.path !== undefined && locate(config.input, base) === subject.path;
}

function factsOf(
  { config, source, pointer }: Project,
  { path, folder: base }: LoadedConfig,
  folder: string,
): ProjectFacts {
  const output = locate(config.output, base);
  const isOnly = pointer === "";
  const file = isOnly ? lockPath(path) : output && lockPathOfEntry(path, output);
  return {
    config,
    input: locate(config.input, base),
    events: { page: locate(config.events?.page, base), config: config.events, source },
    overlays: (config.overlays ?? []).flatMap((one) => locate(one, base) ?? []),
    lock:
      file === undefined
        ? undefined
        : lockPlace({ path: file, folder: base, isKept: false }, folder),
    network: networkPolicy({ config: config.network, source, allow: undefined }),
  };
}
