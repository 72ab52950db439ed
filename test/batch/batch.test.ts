import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import type * as Pipeline from "../../generator/commands/run-pipeline.ts";
import { run, runUntil } from "../cli/run.ts";
import { projectRoot, readFiles, type TextFile, writeFiles } from "../harness/folders.ts";
import { runNode } from "../harness/process.ts";
import { broken, projectWith, specOf, three, threeInputs } from "./project.ts";

const runs = vi.hoisted(() => ({ count: 0 }));
vi.mock("../../generator/commands/run-pipeline.ts", async (original) => {
  const actual = await original<typeof Pipeline>();
  const runPipeline: typeof actual.runPipeline = (...given) => {
    runs.count++;
    return actual.runPipeline(...given);
  };
  return { ...actual, runPipeline };
});

// Only a build remembers results.
vi.mock("../../generator/commands/build-id.ts", () => ({ buildId: "test" }));

const tsx = join(projectRoot, "node_modules/tsx/dist/esm/index.mjs");
const cli = join(projectRoot, "generator/cli.ts");

const outputs = (folder: string): TextFile[] =>
  readFiles(folder).filter(({ path }) => /^(sdks|packages|deckhand\.locks)\//.test(path));

describe("several documents", () => {
  test("come out as each alone, in one thread and in several", async () => {
    using here = projectWith(threeInputs, three);
    expect((await run(here.path, "generate")).exitCode).toBe(0);

    using there = projectWith(threeInputs, three);
    const env = { NODE_OPTIONS: undefined };
    const args = ["--import", tsx, cli, "generate", "--jobs", "3"];
    const { code, stdout } = await runNode(args, { cwd: there.path, env });
    expect(code).toBe(0);
    expect(stdout.match(/^Generated \w+ in .*$/gm)).toEqual([
      "Generated Cats in sdks/cats",
      "Generated dogs in packages/dogs",
      "Generated Birds in sdks/birds",
    ]);
    expect(outputs(there.path)).toEqual(outputs(here.path));

    for (const entry of [
      { input: "apis/cats.yaml", output: "sdks/cats", enums: "closed" },
      {
        input: "apis/dogs.yaml",
        output: "packages/dogs",
        enums: "closed",
        package: { name: "dogs", version: "2.0.0", license: "MIT" },
      },
      { input: "apis/birds.yaml", output: "sdks/birds", enums: "open", importExtension: ".ts" },
    ]) {
      using alone = projectWith(entry, three);
      await run(alone.path, "generate");
      const inBatch = readFiles(join(there.path, entry.output));
      expect(readFiles(join(alone.path, entry.output))).toEqual(inBatch);
    }
  });

  test("have a lock each, beside the configuration, which keeps its names", async () => {
    using folder = projectWith(threeInputs, three);
    await run(folder.path, "generate");
    const locks = readFiles(join(folder.path, "deckhand.locks")).map(({ path }) => path);
    expect(locks).toEqual([
      "packages/dogs.lock.json",
      "sdks/birds.lock.json",
      "sdks/cats.lock.json",
    ]);
    const cats = join(folder.path, "deckhand.locks/sdks/cats.lock.json");
    expect(JSON.parse(readFileSync(cats, "utf8"))).toMatchObject({
      inputs: { "apis/cats.yaml": {} },
      names: { functions: { "#/paths/~1one/get": "getCats" } },
    });
    writeFileSync(join(folder.path, "apis/cats.yaml"), specOf("Cats", "renamed"));
    const { err } = await run(folder.path, "generate");
    expect(err).toContain("info name-kept");
    expect(err.match(/name-kept/g)).toHaveLength(1);
  });

  test("are changed each by its own options only", async () => {
    using folder = projectWith(threeInputs, three);
    await run(folder.path, "generate");
    const before = readFiles(join(folder.path, "deckhand.locks"));
    const [cats, dogs] = threeInputs.inputs;
    const changed = { ...threeInputs, inputs: [cats, dogs, "apis/birds.yaml"] };
    writeFileSync(join(folder.path, "deckhand.config.json"), JSON.stringify(changed));
    await run(folder.path, "generate");
    const after = readFiles(join(folder.path, "deckhand.locks"));
    const differing = after.filter(({ text }, index) => text !== before[index]?.text);
    expect(differing.map(({ path }) => path)).toEqual(["sdks/birds.lock.json"]);
  });
});

describe("a broken document among several", () => {
  test.each([["1"], ["3"]])("does not keep the others, with --jobs %s", async (jobs) => {
    using folder = projectWith(threeInputs, three);
    await run(folder.path, "generate");
    const before = readFiles(join(folder.path, "packages/dogs"));
    writeFiles(folder.path, [
      { path: "apis/cats.yaml", text: specOf("Cats").replace("/one:", "/two:") },
      { path: "apis/dogs.yaml", text: broken },
      { path: "apis/birds.yaml", text: specOf("Birds").replace("/one:", "/three:") },
    ]);
    const args = ["--import", tsx, cli, "generate", "--jobs", jobs];
    const env = { NODE_OPTIONS: undefined };
    const { code, stdout, stderr } = await runNode(args, { cwd: folder.path, env });
    expect(code).toBe(4);
    expect(stderr).toContain("error unresolved-ref");
    expect(stderr).toContain("error incomplete-output");
    expect(stdout).toContain("2 of 3 documents generated; errors in packages/dogs\n");
    expect(readFiles(join(folder.path, "packages/dogs"))).toEqual(before);
    expect(existsSync(join(folder.path, "sdks/cats/operations/two.ts"))).toBe(true);
    expect(existsSync(join(folder.path, "sdks/birds/operations/three.ts"))).toBe(true);
  });
});

describe("check of several", () => {
  test("gives the worst exit code and says which have drifted", async () => {
    using folder = projectWith(threeInputs, three);
    await run(folder.path, "generate");
    expect(await run(folder.path, "check")).toMatchObject({
      exitCode: 0,
      out: expect.stringMatching(/\n3 outputs up to date\n$/) as unknown,
    });
    writeFileSync(join(folder.path, "apis/cats.yaml"), specOf("Cats").replace("/one:", "/two:"));
    const drifted = await run(folder.path, "check");
    expect(drifted.exitCode).toBe(1);
    expect(drifted.out).toContain("2 of 3 outputs up to date; drifted: sdks/cats\n");
    rmSync(join(folder.path, "apis/dogs.yaml"));
    const worse = await run(folder.path, "check");
    expect(worse.exitCode).toBe(5);
    expect(worse.out).toContain(
      "1 of 3 outputs up to date; drifted: sdks/cats; errors in packages/dogs\n",
    );
  });

  test("reports each document to programs as a run for it alone would", async () => {
    using folder = projectWith(threeInputs, three);
    await run(folder.path, "generate");
    rmSync(join(folder.path, "sdks/birds/client.ts"));
    const { out, err, exitCode } = await run(folder.path, "check", "--json");
    expect({ err, exitCode }).toEqual({ err: "", exitCode: 1 });
    const settled = { exitCode: 0, changed: [], missing: [], surplus: [], moved: [] };
    expect(JSON.parse(out)).toEqual({
      command: "check",
      exitCode: 1,
      inputs: [
        { input: "apis/cats.yaml", output: "sdks/cats", ...settled, diagnostics: [] },
        { input: "apis/dogs.yaml", output: "packages/dogs", ...settled, diagnostics: [] },
        {
          input: "apis/birds.yaml",
          output: "sdks/birds",
          ...settled,
          exitCode: 1,
          missing: ["client.ts"],
          diagnostics: [],
        },
      ],
      diagnostics: [],
    });
  });
});

describe("--input and --output", () => {
  test("pick the entries that have them, and keep their locks", async () => {
    using folder = projectWith(threeInputs, three);
    const { out, exitCode } = await run(folder.path, "generate", "--input", "apis/dogs.yaml");
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^Generated dogs in packages\/dogs\n/);
    await run(folder.path, "generate", "--output", "sdks/birds");
    expect(outputs(folder.path).filter(({ path }) => path.includes("cats"))).toEqual([]);
    const locks = readFiles(join(folder.path, "deckhand.locks")).map(({ path }) => path);
    expect(locks).toEqual(["packages/dogs.lock.json", "sdks/birds.lock.json"]);
  });
});

describe("inputs that can not be", () => {
  test.each<[what: string, outputs: readonly string[], other: readonly string[]]>([
    ["one folder", ["sdks/pets", "sdks/./pets"], ["sdks/pets", "sdks/./pets"]],
    [
      "one in the other",
      ["sdks/pets/src", "sdks/birds", "sdks/pets"],
      ["sdks/pets/src", "sdks/pets"],
    ],
    [
      "one where case does not count",
      ["sdks/pets", "SDKs/Pets/src"],
      ["sdks/pets", "SDKs/Pets/src"],
    ],
  ])("outputs that are %s", async (_, outputs, [first, second]) => {
    const inputs = outputs.map((output) => ({ input: "apis/cats.yaml", output }));
    using folder = projectWith({ inputs }, three);
    const { exitCode, err } = await run(folder.path, "generate");
    expect(exitCode).toBe(2);
    expect(err).toContain(
      `error outputs-overlap The outputs "${first}" and "${second}" of two inputs are one in the other.`,
    );
    expect(existsSync(join(folder.path, "sdks"))).toBe(false);
  });

  test("outputs that a link makes one", async () => {
    const inputs = ["sdks/pets", "link/pets"].map((output) => ({
      input: "apis/cats.yaml",
      output,
    }));
    using folder = projectWith({ inputs }, { ...three, "sdks/.keep": "" });
    symlinkSync("sdks", join(folder.path, "link"));
    expect((await run(folder.path, "generate")).err).toContain("error outputs-overlap");
  });

  test.each<[string, unknown, string]>([
    ["no output anywhere", { inputs: ["apis/cats.yaml"] }, "3:5 error output-missing"],
    ["an entry without a document", { inputs: [{ output: "a" }] }, "3:5 error config-missing-key"],
    ["no entries", { inputs: [] }, "error input-missing"],
    [
      "a key that does not exist",
      { inputs: [{ input: "a", outptu: "b" }] },
      'Did you mean "output"?',
    ],
    [
      "two places for one name",
      { package: { name: "a" }, inputs: [] },
      '"package.name" can not stand',
    ],
    [
      "a package without a name",
      { inputs: [{ input: "a", package: {} }] },
      '"inputs.0.package.name" is missing',
    ],
  ])("%s", async (_, config, message) => {
    using folder = projectWith(config, three);
    const { exitCode, err } = await run(folder.path, "generate");
    expect(exitCode).toBe(2);
    expect(err).toContain(message);
  });
});

describe("generate --watch of several", () => {
  test("generates only what a change is about", async () => {
    using folder = projectWith(threeInputs, three);
    const controller = new AbortController();
    const steps = [
      () => writeFileSync(join(folder.path, "apis/dogs.yaml"), broken),
      () => writeFileSync(join(folder.path, "apis/dogs.yaml"), specOf("Hounds")),
    ];
    const printed: string[] = [];
    await runUntil(controller.signal, folder.path, ["generate", "--watch"], (text) => {
      printed.push(text);
      if (!text.startsWith("Watching")) return;
      const step = steps.shift();
      if (step === undefined) controller.abort();
      else step();
    });
    const lines = printed
      .join("")
      .match(/^(Generated|Watching|.* error [a-z-]+ |error [a-z-]+ |\d.* generated).*$/gm);
    expect(lines).toEqual([
      "Generated Cats in sdks/cats",
      "Generated dogs in packages/dogs",
      "Generated Birds in sdks/birds",
      "3 documents generated",
      "Watching for changes; Ctrl+C ends it.",
      expect.stringMatching(/^apis\/dogs.yaml:\d+:\d+ error unresolved-ref/) as unknown,
      expect.stringMatching(/error incomplete-output/) as unknown,
      "Watching for changes; Ctrl+C ends it.",
      "Generated dogs in packages/dogs",
      "Watching for changes; Ctrl+C ends it.",
    ]);
  });
});

describe("an unchanged document among several", () => {
  test("is recognised without being parsed", async () => {
    using folder = projectWith(threeInputs, three);
    await run(folder.path, "generate");
    await run(folder.path, "check");
    writeFileSync(join(folder.path, "apis/dogs.yaml"), specOf("Hounds"));
    runs.count = 0;
    const { out } = await run(folder.path, "check");
    expect(runs.count).toBe(1);
    expect(out).toContain("sdks/cats is up to date");
    expect(out).toContain("2 of 3 outputs up to date; drifted: packages/dogs\n");
  });
});
