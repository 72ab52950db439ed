import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../cli/run.ts";
import { temporaryFolder, writeFiles } from "../harness/folders.ts";

const config = `{ "input": "spec/api.yaml", "output": "sdk" }\n`;

function document(paths: string, schemas = ""): string {
  return `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths:
${paths}components:
  schemas:
    Pet: { type: object, properties: { name: { type: string } } }
${schemas}`;
}

function get(path: string, id: string): string {
  return `  ${path}:
    get:
      operationId: ${id}
      responses: { "200": { description: "", content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } } }
`;
}

function project(spec: string): ReturnType<typeof temporaryFolder> {
  const folder = temporaryFolder();
  writeFiles(folder.path, [
    { path: "deckhand.config.json", text: config },
    { path: "spec/api.yaml", text: spec },
  ]);
  return folder;
}

function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

describe("a project with a configuration", () => {
  test("gets a lock beside it that lists inputs and names", async () => {
    using folder = project(document(get("/pets", "listPets")));
    expect((await run(folder.path, "generate")).exitCode).toBe(0);
    const lock = read(folder.path, "deckhand.lock.json");
    expect(lock.replace(/[0-9a-f]{64}/g, "HASH")).toBe(`{
  "lockVersion": 1,
  "generator": "0.1.0",
  "config": "HASH",
  "inputs": {
    "spec/api.yaml": {
      "sha256": "HASH"
    }
  },
  "names": {
    "types": {
      "#/components/schemas/Pet": "Pet"
    },
    "functions": {
      "#/paths/~1pets/get": "listPets"
    },
    "results": {
      "#/paths/~1pets/get": "ListPetsResult"
    }
  }
}
`);
    expect((await run(folder.path, "check")).exitCode).toBe(0);
  });

  test("keeps what users import when the document takes the name for something else", async () => {
    using folder = project(document(get("/pets", "listPets")));
    await run(folder.path, "generate");
    const schemas = "    ListPetsResult: { type: string }\n";
    writeFileSync(
      join(folder.path, "spec/api.yaml"),
      document(get("/pets", "findPets") + get("/cats", "listPets"), schemas),
    );
    expect((await run(folder.path, "generate")).exitCode).toBe(0);
    const code = read(folder.path, "sdk/index.ts");
    expect(code).toBeDefined();
    const lock = JSON.parse(read(folder.path, "deckhand.lock.json")) as {
      names: Record<string, Record<string, string>>;
    };
    expect(lock.names["functions"]).toEqual({
      "#/paths/~1cats/get": "listPetsGetCats",
      "#/paths/~1pets/get": "listPets",
    });
    expect(lock.names["results"]?.["#/paths/~1pets/get"]).toBe("ListPetsResult");
    expect(lock.names["types"]?.["#/components/schemas/ListPetsResult"]).toBe(
      "ListPetsResultModel",
    );
  });

  test("writes no lock for options that replace what the configuration says", async () => {
    using folder = project(document(get("/pets", "listPets")));
    await run(folder.path, "generate", "--config", "deckhand.config.json", "--output", "other");
    await run(folder.path, "generate", "--input", "spec/api.yaml", "--output", "third");
    expect(existsSync(join(folder.path, "deckhand.lock.json"))).toBe(false);
    expect(existsSync(join(folder.path, "third/index.ts"))).toBe(true);
  });

  test("names other documents relative to the lock, wherever the command runs", async () => {
    const paths = `  /pets:
    get:
      operationId: listPets
      responses: { "200": { description: "", content: { application/json: { schema: { $ref: "pet.yaml#/Pet" } } } } }
`;
    using folder = project(document(paths));
    writeFiles(folder.path, [
      {
        path: "spec/pet.yaml",
        text: "Pet: { type: object, properties: { a: { type: string } } }\n",
      },
    ]);
    await run(folder.path, "generate");
    const lock = read(folder.path, "deckhand.lock.json");
    expect(lock).toContain('"spec/pet.yaml#/Pet": ');
    const elsewhere = join(folder.path, "spec");
    const { exitCode } = await run(elsewhere, "check", "--config", "../deckhand.config.json");
    expect(exitCode).toBe(0);
  });

  test("keeps the names in a document that is not there for a while", async () => {
    const paths = `  /pets:
    get:
      operationId: listPets
      responses: { "200": { description: "", content: { application/json: { schema: { $ref: "pet.yaml#/Pet" } } } } }
`;
    using folder = project(document(paths));
    const pet = { path: "spec/pet.yaml", text: "Pet: { type: object, properties: { a: {} } }\n" };
    writeFiles(folder.path, [pet]);
    await run(folder.path, "generate");
    const lock = read(folder.path, "deckhand.lock.json");
    rmSync(join(folder.path, "spec/pet.yaml"));
    await run(folder.path, "generate");
    expect(read(folder.path, "deckhand.lock.json")).toContain('"spec/pet.yaml#/Pet": ');
    writeFiles(folder.path, [pet]);
    await run(folder.path, "generate");
    expect(read(folder.path, "deckhand.lock.json")).toBe(lock);
  });

  test("loses its lock only with a word about it, and gets the same one again", async () => {
    using folder = project(document(get("/pets", "listPets")));
    await run(folder.path, "generate");
    const lock = read(folder.path, "deckhand.lock.json");
    rmSync(join(folder.path, "deckhand.lock.json"));
    const checked = await run(folder.path, "check");
    expect(checked.exitCode).toBe(1);
    expect(checked.err).toContain("warning lock-missing");
    expect(checked.out).toContain("missing deckhand.lock.json");
    await run(folder.path, "generate");
    expect(read(folder.path, "deckhand.lock.json")).toBe(lock);
  });

  test("gets rid of conflict markers by generating, with the names of both sides", async () => {
    using folder = project(document(get("/pets", "listPets")));
    await run(folder.path, "generate");
    const lock = read(folder.path, "deckhand.lock.json");
    const conflict = lock.replace(
      /^ {2}"config": .*\n/m,
      (line) => `<<<<<<< HEAD\n${line}=======\n  "config": "other",\n>>>>>>> topic\n`,
    );
    writeFileSync(join(folder.path, "deckhand.lock.json"), conflict);
    expect((await run(folder.path, "check")).exitCode).toBe(1);
    const generated = await run(folder.path, "generate");
    expect(generated.err).toContain("warning lock-merged");
    expect(read(folder.path, "deckhand.lock.json")).toBe(lock);
  });
});

test("of a document that both branches pulled, the lock keeps what the file says that counts", async () => {
  using folder = project(document(get("/pets", "listPets")));
  await run(folder.path, "generate");
  const origin = '"origin": "https://example.com/api.yaml"';
  const lock = read(folder.path, "deckhand.lock.json").replace(
    /^ {6}("sha256": .*)\n/m,
    (_, now: string) =>
      `<<<<<<< HEAD\n      "sha256": "00",\n      ${origin},\n      "pulled": "2026-11-20"\n=======\n      ${now},\n      ${origin},\n      "pulled": "2026-11-21"\n>>>>>>> topic\n`,
  );
  writeFileSync(join(folder.path, "deckhand.lock.json"), lock);
  expect((await run(folder.path, "generate")).err).toContain("warning lock-merged");
  const merged = JSON.parse(read(folder.path, "deckhand.lock.json")) as { inputs: object };
  expect(merged.inputs).toMatchObject({ "spec/api.yaml": { pulled: "2026-11-21" } });
});

test("a lock that is no file is said, not a crash", async () => {
  using folder = project(document(get("/pets", "listPets")));
  mkdirSync(join(folder.path, "deckhand.lock.json"));
  const { err, exitCode } = await run(folder.path, "generate");
  expect(exitCode).toBe(5);
  expect(err).toContain('The document "deckhand.lock.json" could not be read: ');
});

describe("check tells", () => {
  test("a document that moved", async () => {
    using folder = project(document(get("/pets", "listPets")));
    await run(folder.path, "generate");
    writeFileSync(join(folder.path, "spec/api.yaml"), document(get("/cats", "listCats")));
    const { out } = await run(folder.path, "check");
    expect(out).toContain("Changed since it was generated: spec/api.yaml.");
  });

  test("an output that somebody edited", async () => {
    using folder = project(document(get("/pets", "listPets")));
    await run(folder.path, "generate");
    const path = join(folder.path, "sdk/types/pets.ts");
    writeFileSync(path, `${readFileSync(path, "utf8")}// mine\n`);
    const { out, exitCode } = await run(folder.path, "check");
    expect(exitCode).toBe(1);
    expect(out).toContain("sdk has drifted: 1 file. Nothing that it is made from has changed");
  });
});
