/**
 * Measures Deckhand and other generators in one run, with a field benchmark that lies elsewhere:
 *
 *     npm run bench:field -- FOLDER --work WORK --specs SPECS --node NODE24_BIN --node20 NODE20 --out RESULTS.json
 *
 * FOLDER has `peers.mjs`, which takes the other options, `--only-specs`, `--peers`, `--steps` and `--runs` among them. The
 * step `editor` is ours (editor.ts). Results are merged into RESULTS.json; report.ts makes docs/benchmarks.md of them.
 */

import { execFileSync } from "node:child_process";
import { loadavg } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { temporaryFolder } from "../../harness/folders.ts";
import { deckhandPeer, listOperations, writeExtra } from "./deckhand-peer.ts";
import { measureEditors } from "./editor.ts";
import { readResults, writeResults } from "./results.ts";

const STEPS = ["install", "gen", "ts5", "ts7", "bundle", "runtime", "floor", "editor"];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    work: { type: "string" },
    specs: { type: "string" },
    node: { type: "string" },
    node20: { type: "string" },
    out: { type: "string" },
    runs: { type: "string" },
    peers: { type: "string" },
    "only-specs": { type: "string" },
    steps: { type: "string", default: STEPS.join(",") },
  },
});
const [folder] = positionals;
const { work, out, node, ...rest } = values;
if (folder === undefined || work === undefined || out === undefined || node === undefined)
  throw new Error("It needs FOLDER, --work, --node and --out; see the head of this file.");

const bench = resolve(folder);
const results = resolve(out);
const steps = rest.steps.split(",");
const before = loadavg();
using temporary = temporaryFolder();
const extra = join(temporary.path, "extra.json");
writeExtra(extra);
runPeers(steps.filter((step) => step !== "editor"));
if (steps.includes("gen")) {
  for (const spec of Object.keys(readResults(results).specs)) listOperations(resolve(work), spec);
  runPeers(["ops"], deckhandPeer.name);
}
const measured = readResults(results);
measured.load = { before, after: loadavg() };
if (steps.includes("editor"))
  measured.editors = {
    ...measured.editors,
    ...(await measureEditors({
      bench,
      work: resolve(work),
      node: resolve(node),
      only: rest.peers?.split(","),
    })),
  };
writeResults(results, measured);

function runPeers(some: readonly string[], only: string | undefined = rest.peers): void {
  const { peers: _, steps: __, ...options } = rest;
  const given = { ...options, work, node, out: results, extra, steps: some.join(",") };
  const all = Object.entries({ ...given, ...(only === undefined ? {} : { peers: only }) });
  const words = all.flatMap(([key, value]) => (value === undefined ? [] : [`--${key}`, value]));
  execFileSync(process.execPath, [join(bench, "peers.mjs"), ...words], { stdio: "inherit" });
}
