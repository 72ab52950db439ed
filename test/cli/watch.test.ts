import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder, writeFiles } from "../harness/folders.ts";
import { type Ran, runUntil } from "./run.ts";

function spec(operationId: string): string {
  return `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths: { /pets: { get: { operationId: ${operationId}, responses: { "204": { $ref: "answer.yaml" } } } } }
`;
}

/** Runs `generate --watch` and does one step after another, each when the command waits for changes. */
async function watching(folder: string, ...steps: readonly (() => void)[]): Promise<Ran> {
  const controller = new AbortController();
  const waiting = [...steps];
  const next = (text: string): void => {
    if (!text.startsWith("Watching")) return;
    const step = waiting.shift();
    if (step === undefined) controller.abort();
    else step();
  };
  return runUntil(controller.signal, folder, ["generate", "--watch"], next);
}

function project(): ReturnType<typeof temporaryFolder> {
  const folder = temporaryFolder();
  writeFiles(folder.path, [
    { path: "deckhand.config.json", text: '{ "input": "spec/api.yaml", "output": "sdk" }' },
    { path: "spec/api.yaml", text: spec("listPets") },
    { path: "spec/answer.yaml", text: "description: None\n" },
  ]);
  return folder;
}

describe("generate --watch", () => {
  test("generates again when a document changes, whether it is written or replaced", async () => {
    using folder = project();
    const path = join(folder.path, "spec/api.yaml");
    const ran = await watching(
      folder.path,
      () => writeFileSync(path, spec("listPets").replace("/pets", "/cats")),
      () => {
        writeFileSync(`${path}.new`, spec("listPets").replace("/pets", "/dogs"));
        renameSync(`${path}.new`, path);
      },
    );
    expect(ran.exitCode).toBe(0);
    expect(ran.out.match(/^Generated Pets in sdk$/gm)).toHaveLength(3);
    const index = readFileSync(join(folder.path, "sdk/index.ts"), "utf8");
    expect(index).toContain("./operations/dogs.js");
  });

  test("goes on after an error, and sees documents that are referred to and the configuration", async () => {
    using folder = project();
    const ran = await watching(
      folder.path,
      () => writeFileSync(join(folder.path, "spec/api.yaml"), "openapi: ["),
      () => writeFileSync(join(folder.path, "spec/api.yaml"), spec("listPets")),
      () => writeFileSync(join(folder.path, "spec/answer.yaml"), "description: Nothing\n"),
      () => writeFileSync(join(folder.path, "deckhand.config.json"), "{"),
      () =>
        writeFiles(folder.path, [
          {
            path: "deckhand.config.json",
            text: '{ "input": "spec/api.yaml", "output": "other" }',
          },
        ]),
    );
    expect(ran.exitCode).toBe(0);
    expect(ran.err).toContain("error invalid-yaml");
    expect(ran.err).toContain("error config-failed");
    expect(ran.out.match(/^Generated Pets in sdk$/gm)).toHaveLength(3);
    expect(ran.out.match(/^Generated Pets in other$/gm)).toHaveLength(1);
  });
});
