import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diffFiles } from "../harness/diff.ts";
import { readFiles, temporaryFolder, writeFiles } from "../harness/folders.ts";
import { generateFrom } from "../harness/generate.ts";
import { filesPrettierWouldChange } from "../harness/prettier.ts";
import { compilers, resolutions, typeErrors } from "../harness/typescript.ts";
import { listFixtures } from "./fixtures.ts";
import { goldenFiles } from "./output.ts";

const update = process.env["UPDATE_GOLDENS"] === "1";
const fixtures = listFixtures();

describe.each(fixtures)("$name", ({ input, expected, config }) => {
  test("gives the expected files, formatted as prettier would", async () => {
    const result = await generateFrom(input, config);
    const files = goldenFiles(result);
    if (update) {
      rmSync(expected, { recursive: true, force: true });
      writeFiles(expected, files);
    }
    const before = existsSync(expected) ? readFiles(expected) : [];
    expect(diffFiles(before, files), "UPDATE_GOLDENS=1 accepts this difference").toBe("");
    expect(await filesPrettierWouldChange(result.files)).toEqual([]);
  });

  test("gives the same bytes again", async () => {
    const first = await generateFrom(input, config);
    const second = await generateFrom(input, config);
    expect(second.files).toEqual(first.files);
  });
});

const checks = compilers.flatMap((compiler) =>
  resolutions.map((resolution) => ({ compiler, resolution })),
);

// One program for all fixtures: starting a compiler costs more than checking a small file.
test.each(checks)(
  "all outputs compile on TypeScript $compiler as $resolution",
  async (check) => {
    using folder = temporaryFolder();
    for (const { name, input, config } of fixtures) {
      const { files } = await generateFrom(input, config);
      writeFiles(join(folder.path, name), files);
    }
    const include = [join(folder.path, "**/*.ts")];
    expect(await typeErrors({ ...check, include })).toEqual([]);
  },
  120_000,
);
