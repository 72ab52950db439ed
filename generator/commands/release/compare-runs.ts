import { Diagnostics } from "../../diagnostics.ts";
import { compareWires } from "../../diff/compare/compare-wires.ts";
import { compareWrittenEvents } from "../../diff/compare/written-events.ts";
import type { Wire } from "../../diff/read/wire.ts";
import { callAs } from "../../diff/sdk-names.ts";
import type { PackageFile } from "../../diff/surface/open-packages.ts";
import { diffSurfaces } from "../../diff/surface/surface.ts";
import { decide, type Verdict } from "../../diff/verdict.ts";
import { openWire } from "../../diff/wire.ts";
import type { Run } from "../run-pipeline.ts";

/**
 * What the changes between two runs of one project ask for: each run has the configuration, the overlays, the events
 * page and the lock of its own commit, and both are by the Deckhand that runs.
 */
export async function compareRuns(old: Run, newer: Run): Promise<Verdict> {
  const changes = [
    ...compareWires(wireOf(old), wireOf(newer)),
    ...compareWrittenEvents(old.writtenEvents, newer.writtenEvents),
  ];
  return decide(changes, await diffSurfaces(sourcesOf(old), sourcesOf(newer)));
}

/** What is wrong with a document was said when it was generated from. */
function wireOf({ documents, names }: Run): Wire {
  return callAs(openWire(documents, new Diagnostics()), names);
}

function sourcesOf({ files }: Run): readonly PackageFile[] {
  return files.map(({ path, text }) => ({ path: path.replace(/^src\//, ""), text }));
}
