import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../cli/run.ts";
import { temporaryFolder, writeFiles } from "../harness/folders.ts";

const document = `openapi: 3.1.0
info: { title: Pets, version: "1" }
servers: [{ url: "https://api.example.com" }]
paths:
  /pets:
    get:
      operationId: listPets
      responses: { "204": { description: None } }
`;

const head = `overlay: 1.1.0
info: { title: More, version: "1" }
actions:
`;

function project(overlay: string): ReturnType<typeof temporaryFolder> {
  const folder = temporaryFolder();
  writeFiles(folder.path, [
    {
      path: "deckhand.config.json",
      text: '{ "input": "spec/api.yaml", "overlays": ["spec/more.yaml"], "output": "sdk" }',
    },
    { path: "spec/api.yaml", text: document },
    { path: "spec/more.yaml", text: head + overlay },
  ]);
  return folder;
}

describe("overlays in the configuration", () => {
  test("change the SDK, and the place of what is wrong in one is the overlay's", async () => {
    using folder = project(`  - target: $.paths['/pets']
    update:
      post:
        operationId: addPet
        responses: { "20": { description: Odd } }
`);
    const { err } = await run(folder.path, "generate");
    expect(err).toContain("spec/more.yaml:8:22 warning invalid-status");
    expect(readFileSync(join(folder.path, "sdk/operations/pets.ts"), "utf8")).toContain("addPet");
  });

  test("may refer to documents of their own", async () => {
    using folder = project(`  - target: $
    update: { components: { schemas: { Pet: { $ref: "pet.json" } } } }
`);
    writeFiles(folder.path, [{ path: "spec/pet.json", text: '{ "type": "string" }' }]);
    expect((await run(folder.path, "generate")).err).toBe("");
    const lock = readFileSync(join(folder.path, "deckhand.lock.json"), "utf8");
    expect(lock).toContain('"spec/pet.json": {');
  });

  test("are what check looks at, too", async () => {
    using folder = project("  - { target: $.info, update: { description: All pets } }\n");
    await run(folder.path, "generate");
    expect((await run(folder.path, "check")).exitCode).toBe(0);
    writeFileSync(
      join(folder.path, "spec/more.yaml"),
      `${head}  - { target: $.paths.*.get, update: { deprecated: true } }\n`,
    );
    const { exitCode, out } = await run(folder.path, "check");
    expect(exitCode).toBe(1);
    expect(out).toContain("Changed since it was generated: spec/more.yaml.");
  });
});
