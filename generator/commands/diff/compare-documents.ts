import { type Diagnostics, fail } from "../../diagnostics.ts";
import type { Diff, DiffSide } from "../../diff/diff.ts";
import type { Change } from "../../diff/change.ts";
import { compareWrittenEvents } from "../../diff/compare/written-events.ts";
import { compareWires } from "../../diff/compare/compare-wires.ts";
import type { Wire } from "../../diff/read/wire.ts";
import { diffSurfaces } from "../../diff/surface/surface.ts";
import { decide } from "../../diff/verdict.ts";
import { openWire } from "../../diff/wire.ts";
import { isTooDeep, MAX_DEPTH } from "../../load/depth.ts";
import { generate, type OutputFile } from "../../index.ts";
import type { EventsInput } from "../../load/events/load-events.ts";
import type { ProjectConfig } from "../../options.ts";
import type { WrittenEvents } from "../../source.ts";
import { projectsOf } from "../config/projects.ts";
import { findConfig, readConfig } from "../config/read-config.ts";
import { locate } from "../settings.ts";
import { loadTemplates } from "../templates.ts";
import { loadSideEvents } from "./load-side-events.ts";
import type { Side } from "./load-side.ts";

export interface Compared {
  readonly old: Side;
  readonly new: Side;
  readonly folder: string;
  /** The configuration that was asked for. */
  readonly config: string | undefined;
}

/**
 * Compares what two documents put on the wire, and the types of the two packages that come of them.
 * Diagnostics: `unrelated-documents`, `nested-too-deeply`, and those of the configuration.
 */
export async function compareDocuments(
  compared: Compared,
  diagnostics: Diagnostics,
): Promise<Diff> {
  try {
    return await compareSides(compared, diagnostics);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const sources = [compared.old, compared.new].flatMap(({ documents }) => [
      ...documents.sources.values(),
    ]);
    const source = sources.find(({ value }) => isTooDeep(value));
    if (source === undefined) throw error;
    return fail("nested-too-deeply", { source, pointer: "" }, { limit: MAX_DEPTH });
  }
}

async function compareSides(
  { old, new: newer, folder, config }: Compared,
  diagnostics: Diagnostics,
): Promise<Diff> {
  const wires = [
    openWire(old.documents, diagnostics),
    openWire(newer.documents, diagnostics),
  ] as const;
  refuseStrangers(old, newer, wires);
  const project = await projectOf(newer, folder, config);
  const context = { folder, diagnostics };
  const events = [
    await loadSideEvents(old, project.events, context),
    await loadSideEvents(newer, project.events, context),
  ] as const;
  const changes = [...compareWires(...wires), ...listedEvents(...events)];
  const surface = await diffSurfaces(
    filesOf(old, project.config, events[0]),
    filesOf(newer, project.config, events[1]),
  );
  return {
    old: sideOf(old, wires[0]),
    new: sideOf(newer, wires[1]),
    changes,
    verdict: decide(changes, surface),
  };
}

/** Two APIs have other titles and not one operation in common. */
function refuseStrangers(old: Side, newer: Side, [oldWire, newWire]: readonly [Wire, Wire]): void {
  const names = [sideOf(old, oldWire).title, sideOf(newer, newWire).title];
  const isEmpty = oldWire.operations.size === 0 || newWire.operations.size === 0;
  const hasCommon = [...oldWire.operations.keys()].some((key) => newWire.operations.has(key));
  if (isEmpty || hasCommon || names[0] === names[1]) return;
  fail("unrelated-documents", undefined, { old: names[0] ?? "", new: names[1] ?? "" });
}

function sideOf({ name }: Side, { spec }: Wire): DiffSide {
  const info = spec.root.get("info");
  const version = info?.record["version"];
  return {
    name,
    title: info?.string("title") ?? "API",
    version: typeof version === "string" || typeof version === "number" ? String(version) : "",
  };
}

/** What decides the shape of the packages besides their documents; the same for both. */
interface ProjectFacts {
  readonly config: ProjectConfig;
  readonly events: EventsInput;
}

/** The configuration of the current folder counts when it is about the new document, in whatever revision. */
async function projectOf(
  { path }: Side,
  folder: string,
  given: string | undefined,
): Promise<ProjectFacts> {
  const none = { config: {}, events: { page: undefined, config: undefined, source: undefined } };
  const file = given ?? findConfig(folder);
  if (file === undefined) return none;
  const loaded = await readConfig(file, folder);
  const { folder: base } = loaded;
  const projects = projectsOf(loaded);
  const about = projects.find(
    ({ config }) => path !== undefined && locate(config.input, base) === path,
  );
  const project = about ?? (given !== undefined && projects.length === 1 ? projects[0] : undefined);
  if (project === undefined) return none;
  const { config, source } = project;
  const page = locate(config.events?.page, base);
  return { config, events: { page, config: config.events, source } };
}

/** A page that one of the revisions does not have says nothing of what changed. */
function listedEvents(
  old: WrittenEvents | undefined,
  newer: WrittenEvents | undefined,
): readonly Change[] {
  return old === undefined || newer === undefined ? [] : compareWrittenEvents(old, newer);
}

function filesOf(
  { documents }: Side,
  config: ProjectConfig,
  writtenEvents: WrittenEvents | undefined,
): readonly OutputFile[] {
  return generate(documents, {
    ...(config.enums === undefined ? {} : { enums: config.enums }),
    events: config.events,
    facts: config,
    writtenEvents,
    templates: loadTemplates(),
  }).files;
}
