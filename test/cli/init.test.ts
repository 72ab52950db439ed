import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "../../generator/commands/main.ts";
import { colorsFor } from "../../generator/diagnostics/colors.ts";
import { readFiles, temporaryFolder, writeFiles } from "../harness/folders.ts";
import { runProcess } from "../harness/process.ts";
import { operationPage, serveSite } from "../pull/site.ts";
import { run } from "./run.ts";

const document = `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths: { /pets: { get: { operationId: listPets, responses: { "204": { description: None } } } } }
`;

function stranger(): ReturnType<typeof temporaryFolder> {
  const folder = temporaryFolder();
  writeFiles(folder.path, [{ path: "api/pets.yaml", text: document }]);
  return folder;
}

function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

describe("init", () => {
  test("makes configuration, SDK, lock and scripts from a document", async () => {
    using folder = stranger();
    const text =
      '{\n    "type": "module",\n    "scripts": {\n        "sdk:check": "mine"\n    }\n}\n';
    writeFiles(folder.path, [{ path: "package.json", text }]);
    const { exitCode, out } = await run(
      folder.path,
      "init",
      "api/pets.yaml",
      "--output",
      "src/pets",
    );
    expect(exitCode).toBe(0);
    expect(out).toContain("deckhand.config.ts written\n");
    expect(read(folder.path, "deckhand.config.ts")).toBe(`import type { Config } from "deckhand";

export default {
  input: "api/pets.yaml",
  output: "src/pets",
} satisfies Config;
`);
    expect(JSON.parse(read(folder.path, "package.json"))).toEqual({
      type: "module",
      scripts: { "sdk:check": "mine", "sdk:generate": "deckhand generate" },
    });
    expect(read(folder.path, "package.json")).toContain('\n    "scripts"');
    expect(existsSync(join(folder.path, "src/pets/index.ts"))).toBe(true);
    expect((await run(folder.path, "check")).exitCode).toBe(0);
  });

  test("pulls a document from the web, with what it refers to", async () => {
    using folder = stranger();
    await using site = await serveSite({
      "/v2/pets.openapi.json?raw=1": document.replace("None", "{ $ref: more.yaml }"),
      "/v2/more.yaml": "None\n",
    });
    const url = `${site.origin}/v2/pets.openapi.json?raw=1`;
    const { exitCode, out } = await run(folder.path, "init", url, "--package", "pets-sdk");
    expect(exitCode).toBe(0);
    expect(site.log).toEqual(["200 /v2/pets.openapi.json?raw=1", "200 /v2/more.yaml"]);
    expect(out).toContain("  new     spec/pets.openapi.yaml\n");
    expect(read(folder.path, "deckhand.config.ts")).toContain(
      `  package: { name: "pets-sdk" },\n  sources: [{ from: "${url}", to: "spec/pets.openapi.yaml" }],\n`,
    );
    expect(read(folder.path, "package.json")).toContain('"sdk:pull": "deckhand pull"');
    expect((await run(folder.path, "check")).exitCode).toBe(0);
    expect((await run(folder.path, "pull")).out).toContain("up to date");
  });

  test("pulls what a documentation index leads to", async () => {
    using folder = stranger();
    await using site = await serveSite({
      "/llms.txt": "# Pets\n\n- [List pets](/list.md)\n- [Events](/events.md)\n",
      "/events.md": "# Events\n\n| Event |\n| --- |\n| `pet.created` |\n",
      "/list.md": operationPage("/pets", "get", "listPets"),
    });
    expect((await run(folder.path, "init", `${site.origin}/llms.txt`)).exitCode).toBe(0);
    expect(read(folder.path, "deckhand.config.ts")).toContain(
      'events: { page: "spec/docs/events.md" },',
    );
    expect(read(folder.path, "generated/operations/pets.ts")).toContain("listPets");
    expect(existsSync(join(folder.path, "spec/docs/list.md"))).toBe(true);
    expect((await run(folder.path, "check")).exitCode).toBe(0);
  });

  test("asks on a terminal for what the command line does not say", async () => {
    using folder = stranger();
    const asked: string[] = [];
    const answers = ["api/pets.yaml", "", "lefthook"];
    const colors = colorsFor({ isTTY: false }, {});
    const exitCode = await main(["init"], {
      out: () => {},
      err: () => {},
      outColors: colors,
      errColors: colors,
      folder: folder.path,
      interruption: () => new AbortController().signal,
      ask: (question) => {
        asked.push(question);
        return Promise.resolve(answers.shift() ?? "");
      },
    });
    expect(exitCode).toBe(0);
    expect(asked).toHaveLength(3);
    expect(read(folder.path, "lefthook.yml")).toContain("deckhand check --staged");
    expect(existsSync(join(folder.path, "generated/index.ts"))).toBe(true);
  });

  test("puts a hook where git looks for it", async () => {
    using folder = stranger();
    await runProcess("git", ["init", "--quiet"], { cwd: folder.path });
    expect((await run(folder.path, "init", "api/pets.yaml", "--hook", "git")).exitCode).toBe(0);
    const hook = join(folder.path, ".git/hooks/pre-commit");
    expect(readFileSync(hook, "utf8")).toContain("npx --no -- deckhand check --staged");
    expect(statSync(hook).mode & 0o111).not.toBe(0);
  });

  test.each<[what: string, existing: string, words: readonly string[], exitCode: number]>([
    ["a configuration is there", "deckhand.config.mjs", ["api/pets.yaml"], 2],
    ["the hook is there", ".husky/pre-commit", ["api/pets.yaml", "--hook", "husky"], 2],
    ["the document is none", "other.yaml", ["other.yaml"], 4],
    ["there is no document", "other.yaml", ["missing.yaml"], 5],
    ["its address has a password", "other.yaml", ["http://me:secret@127.0.0.1/a.yaml"], 2],
    ["nobody says which document", "other.yaml", [], 2],
    ["the hook is unknown", "other.yaml", ["api/pets.yaml", "--hook", "svn"], 2],
    [
      "a git hook is asked for outside of a repository",
      "other.yaml",
      ["api/pets.yaml", "--hook", "git"],
      5,
    ],
  ])("writes nothing when %s", async (_, existing, words, exitCode) => {
    using folder = stranger();
    writeFiles(folder.path, [{ path: existing, text: "mine: true\n" }]);
    const before = readFiles(folder.path);
    expect((await run(folder.path, "init", ...words)).exitCode).toBe(exitCode);
    expect(readFiles(folder.path)).toEqual(before);
  });
});
