import { type Diagnostics, fail } from "../../diagnostics.ts";
import type { Diff, DiffSide } from "../../diff/diff.ts";
import { compareWrittenEvents } from "../../diff/compare/written-events.ts";
import { compareWires } from "../../diff/compare/compare-wires.ts";
import type { Wire } from "../../diff/read/wire.ts";
import { callAs, type SdkNames } from "../../diff/sdk-names.ts";
import type { PackageFile } from "../../diff/surface/open-packages.ts";
import { diffSurfaces } from "../../diff/surface/surface.ts";
import { decide } from "../../diff/verdict.ts";
import { openWire } from "../../diff/wire.ts";
import { isTooDeep, MAX_DEPTH } from "../../load/depth.ts";
import { generate } from "../../index.ts";
import type { ProjectConfig } from "../../options.ts";
import type { WrittenEvents } from "../../source.ts";
import { loadTemplates } from "../../load/templates.ts";
import { findProject } from "./project.ts";
import { refuseStrangers } from "./strangers.ts";
import { loadSideEvents } from "./load-side-events.ts";
import type { Side } from "./side.ts";

export interface Compared {
  readonly old: Side;
  readonly new: Side;
  readonly folder: string;
  /** The configuration that was asked for. */
  readonly config: string | undefined;
}

/**
 * Compares what two documents put on the wire, and the types of the two packages that come of them. Of a published
 * package whose document is not known, the types only.
 * Diagnostics: `unrelated-documents`, `same-document`, `nested-too-deeply`, and those of the configuration.
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
      ...(documents?.sources.values() ?? []),
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
  const wires = [wireOf(old, diagnostics), wireOf(newer, diagnostics)] as const;
  refuseStrangers(old, newer, wires);
  reportSame(old, newer, diagnostics);
  const subject = { path: newer.path, package: newer.published?.package };
  const project = await findProject(subject, folder, config);
  const context = { folder, diagnostics, network: project.network };
  const events = [
    await loadSideEvents(old, project.events, context),
    await loadSideEvents(newer, project.events, context),
  ] as const;
  const sdks = [
    sdkOf(old, project.config, events[0]),
    sdkOf(newer, project.config, events[1]),
  ] as const;
  const [was, is] = wires.map((wire, side) => wire && callAs(wire, sdks[side]?.names ?? NO_NAMES));
  const isSeen = was !== undefined && is !== undefined;
  const changes = isSeen ? [...compareWires(was, is), ...compareWrittenEvents(...events)] : [];
  const surface = await diffSurfaces(sdks[0].files, sdks[1].files);
  const unseen = isSeen ? undefined : (old.unseen ?? newer.unseen ?? "no document");
  return {
    old: sideOf(old, was),
    new: sideOf(newer, is),
    changes,
    verdict: decide(changes, surface),
    ...(unseen === undefined ? {} : { unseen }),
  };
}

function wireOf({ documents }: Side, diagnostics: Diagnostics): Wire | undefined {
  return documents && openWire(documents, diagnostics);
}

/** One file at one revision has no other side. */
function reportSame(old: Side, newer: Side, diagnostics: Diagnostics): void {
  const [one, other] = [old, newer].map(({ documents, revision, edition, path }) =>
    documents === undefined || edition !== undefined
      ? undefined
      : `${revision?.repository.commit ?? ""} ${path ?? documents.entry.url}`,
  );
  if (one !== undefined && one === other)
    diagnostics.report("same-document", undefined, { input: newer.name });
}

function sideOf({ name, published }: Side, wire: Wire | undefined): DiffSide {
  if (published !== undefined)
    return { name, title: published.package, version: published.version };
  const info = wire?.spec.root.get("info");
  const version = info?.record["version"];
  return {
    name,
    title: info?.string("title") ?? "API",
    version: typeof version === "string" || typeof version === "number" ? String(version) : "",
  };
}

interface Sdk {
  readonly files: readonly PackageFile[];
  readonly names: SdkNames;
}

const NO_NAMES: SdkNames = new Map();

function sdkOf(
  { documents, published, locked }: Side,
  config: ProjectConfig,
  writtenEvents: WrittenEvents | undefined,
): Sdk {
  if (published !== undefined) return { files: published.files, names: locked ?? NO_NAMES };
  if (documents === undefined) return { files: [], names: NO_NAMES };
  return generate(documents, {
    ...(config.enums === undefined ? {} : { enums: config.enums }),
    ...(config.retry === undefined ? {} : { retry: config.retry }),
    facade: config.facade ?? config.package !== undefined,
    events: config.events,
    facts: config,
    locked,
    writtenEvents,
    templates: loadTemplates(),
  });
}
