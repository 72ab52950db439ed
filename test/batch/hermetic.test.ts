import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot, readFiles, temporaryFolder, type TextFile } from "../harness/folders.ts";
import { type Finished, runNode } from "../harness/process.ts";

const tsx = join(projectRoot, "node_modules/tsx/dist/esm/index.mjs");
const cli = join(projectRoot, "generator/cli.ts");
const preload = join(projectRoot, "test/batch/hermetic-preload.mjs");

/** The Deck project: overlay, events page, package; beside it a document that refers to others. */
const config = {
  inputs: [
    {
      input: "spec/v2.json",
      overlays: ["spec/overlays/deck.yaml"],
      output: "generated",
      package: { name: "deck-sdk" },
      events: { page: "spec/docs/events-reference.md", envelope: "ListEventData" },
    },
    { input: "several/spec.yaml", output: "several/sdk" },
  ],
};

test("what comes out is decided by the declared inputs alone", async () => {
  using here = project();
  using elsewhere = project();
  using otherFolder = temporaryFolder();
  const plain = await deckhand(["generate"], here.path, { NODE_OPTIONS: undefined });
  const strange = await deckhand(
    ["generate", "--jobs", "2", "--config", join(elsewhere.path, "deckhand.config.json")],
    otherFolder.path,
    {
      NODE_OPTIONS: `--import=${preload}`,
      TZ: "Pacific/Kiritimati",
      LANG: "tr_TR.UTF-8",
      LC_ALL: "tr_TR.UTF-8",
      HOME: "/nowhere",
      USER: "somebody",
    },
  );
  expect([plain.code, strange.code, strange.stderr]).toEqual([0, 0, plain.stderr]);
  expect(filesOf(elsewhere.path)).toEqual(filesOf(here.path));
  expect(filesOf(here.path).length).toBeGreaterThan(60);
});

test("a document from the network is what the test would catch", async () => {
  using folder = temporaryFolder();
  const args = ["generate", "--input", "http://127.0.0.1:9/api.json", "--output", "sdk"];
  const env = { NODE_OPTIONS: `--import=${preload}` };
  const { code, stderr } = await deckhand(args, folder.path, env);
  expect(code).not.toBe(0);
  expect(stderr).toContain("a hermetic run asked for the network");
});

function project(): ReturnType<typeof temporaryFolder> {
  const folder = temporaryFolder();
  cpSync(join(projectRoot, "spec"), join(folder.path, "spec"), { recursive: true });
  const several = join(projectRoot, "test/fixtures/several-files");
  cpSync(several, join(folder.path, "several"), { recursive: true });
  writeFileSync(join(folder.path, "deckhand.config.json"), JSON.stringify(config));
  return folder;
}

function deckhand(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Finished> {
  return runNode(["--import", tsx, cli, ...args], { cwd, env });
}

/** Output and locks. */
function filesOf(folder: string): readonly TextFile[] {
  return readFiles(folder).filter(({ path }) =>
    /^(generated|several\/sdk|deckhand\.locks)\//.test(path),
  );
}
