import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { stages } from "./stages.ts";
import { measureTypeWork, type TypeWork } from "./type-work.ts";
import { measureWork, type Work } from "./work.ts";

/**
 * A guard against slow-downs that needs no clock: the work of generating from a document of our own and of checking the
 * types of what comes out, counted. `UPDATE_BASELINE=1 npx vitest run test/bench` writes what it is now.
 */
interface Baseline {
  /** The major version of Node that it was counted with: each lays objects out in its own way. */
  readonly node: string;
  readonly stages: Readonly<Record<string, Work>>;
  readonly types: TypeWork;
}

const SMALL = 20;
const LARGE = 320;

/** What counts as slower. Everyday changes cost a percent or two. */
const TOLERANCE = 1.1;

/** How much more an operation may cost in the large document. A loop over all schemas for each costs a fifth more. */
const GROWTH = 1.1;

const [node = ""] = process.versions.node.split(".");
const file = new URL("baseline.json", import.meta.url);
const [small, large] = await measureWork([SMALL, LARGE]);
const types = await measureTypeWork(SMALL);
if (process.env["UPDATE_BASELINE"] !== undefined) {
  const counted = { node, stages: small, types };
  writeFileSync(file, `${JSON.stringify(counted, null, 2)}\n`);
}
const baseline = JSON.parse(readFileSync(file, "utf8")) as Baseline;

test.each(stages)("%s does no more than it did", (stage) => {
  const { steps, bytes } = baseline.stages[stage]!;
  expect(small![stage].steps).toBeLessThan(steps * TOLERANCE);
  if (node === baseline.node) expect(small![stage].bytes).toBeLessThan(bytes * TOLERANCE);
});

test.each(stages)("the cost of %s grows with the document and no faster", (stage) => {
  const times = (LARGE / SMALL) * GROWTH;
  expect(large![stage].steps).toBeLessThan(small![stage].steps * times);
  expect(large![stage].bytes).toBeLessThan(small![stage].bytes * times);
});

test("checking the types of an SDK takes no more than it did", () => {
  expect(types.types).toBeLessThan(baseline.types.types * TOLERANCE);
  expect(types.instantiations).toBeLessThan(baseline.types.instantiations * TOLERANCE + 50);
});
