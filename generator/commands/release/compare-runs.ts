import { Diagnostics } from "../../diagnostics.ts";
import { compareWires } from "../../diff/compare/compare-wires.ts";
import { compareWrittenEvents } from "../../diff/compare/written-events.ts";
import type { Diff, DiffSide } from "../../diff/diff.ts";
import { callAs } from "../../diff/sdk-names.ts";
import type { PackageFile } from "../../diff/surface/open-packages.ts";
import { diffSurfaces } from "../../diff/surface/surface.ts";
import { decide } from "../../diff/verdict.ts";
import type { Wire } from "../../diff/read/wire.ts";
import { openWire } from "../../diff/wire.ts";
import type { Run } from "../run-pipeline.ts";

/** A run and what people call what it was made from. */
export interface NamedRun {
  readonly name: string;
  readonly run: Run;
}

/**
 * What changed between two runs of one project: each with the configuration, the overlays, the events page and the lock
 * of its own commit, and both by the Deckhand that runs.
 */
export async function compareRuns(old: NamedRun, newer: NamedRun): Promise<Diff> {
  // What is wrong with either document was said when it was generated from.
  const wires = [old, newer].map(({ run }) =>
    callAs(openWire(run.documents, new Diagnostics()), run.names),
  );
  const [was, is] = wires as [Wire, Wire];
  const events =
    old.run.writtenEvents === undefined || newer.run.writtenEvents === undefined
      ? []
      : compareWrittenEvents(old.run.writtenEvents, newer.run.writtenEvents);
  const changes = [...compareWires(was, is), ...events];
  const surface = await diffSurfaces(sourcesOf(old.run), sourcesOf(newer.run));
  return {
    old: sideOf(old.name, was),
    new: sideOf(newer.name, is),
    changes,
    verdict: decide(changes, surface),
  };
}

function sourcesOf({ files }: Run): readonly PackageFile[] {
  return files.map(({ path, text }) => ({ path: path.replace(/^src\//, ""), text }));
}

function sideOf(name: string, { spec }: Wire): DiffSide {
  const info = spec.root.get("info");
  const version = info?.record["version"];
  return {
    name,
    title: info?.string("title") ?? "API",
    version: typeof version === "string" ? version : "",
  };
}
