import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../cli/run.ts";
import { projectRoot, temporaryFolder, type TextFile, writeFiles } from "../harness/folders.ts";

/** A docs page with an excerpt: one operation, some components, and what every excerpt has. */
function page(
  path: string,
  operation: string,
  components: string,
  root = 'info: { title: Pets, version: "1" }',
): TextFile {
  const text = `# Page\n\n\`\`\`\`yaml /v2.json get /pets\nopenapi: 3.1.1\n${root}\npaths:\n  /pets:\n    ${operation}\ncomponents:\n  schemas:\n    ${components}\n\`\`\`\`\n`;
  return { path, text };
}

describe("deckhand extract", () => {
  test("joins the operations and components of several pages in the order of the pages", async () => {
    using folder = temporaryFolder();
    writeFiles(folder.path, [
      page("docs/b.md", "post: { operationId: addPet }", "Error: { type: object }"),
      page(
        "docs/a/list.md",
        "get: { operationId: listPets }",
        "Pet: { type: string }\n    Error: { type: object }",
      ),
      { path: "docs/c.md", text: "# No excerpt\n" },
      { path: "docs/d.txt", text: "```yaml\nopenapi: 3.1.1\n```\n" },
    ]);
    const { exitCode, out } = await run(folder.path, "extract", "docs", "--output", "spec/v2.json");
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: "spec/v2.json written: 2 excerpts\n" });
    expect(readFileSync(join(folder.path, "spec/v2.json"), "utf8")).toBe(`{
  "openapi": "3.1.1",
  "info": {
    "title": "Pets",
    "version": "1"
  },
  "paths": {
    "/pets": {
      "get": {
        "operationId": "listPets"
      },
      "post": {
        "operationId": "addPet"
      }
    }
  },
  "components": {
    "schemas": {
      "Pet": {
        "type": "string"
      },
      "Error": {
        "type": "object"
      }
    }
  }
}
`);
  });

  test("takes pages in the order given, and leaves a file alone that is already right", async () => {
    using folder = temporaryFolder();
    writeFiles(folder.path, [page("a.md", "get: {}", "A: {}"), page("b.md", "post: {}", "B: {}")]);
    await run(folder.path, "extract", "b.md", "a.md", "--output", "v2.json");
    const { mtimeMs } = statSync(join(folder.path, "v2.json"));
    const { out } = await run(folder.path, "extract", "b.md", "a.md", "--output", "v2.json");
    expect(out).toBe("v2.json is up to date: 2 excerpts\n");
    expect(statSync(join(folder.path, "v2.json")).mtimeMs).toBe(mtimeMs);
    const { components } = JSON.parse(readFileSync(join(folder.path, "v2.json"), "utf8")) as {
      components: { schemas: object };
    };
    expect(Object.keys(components.schemas)).toEqual(["B", "A"]);
  });

  test.each<[what: string, pages: readonly TextFile[], message: string]>([
    [
      "an operation that differs",
      [
        page("a.md", "get: { operationId: a }", "A: {}"),
        page("b.md", "get: { operationId: b }", "A: {}"),
      ],
      'b.md:8:12 error excerpt-conflict The pages disagree about "GET /pets": this is not what a.md:8:12 says.',
    ],
    [
      "a root that differs",
      [
        page("a.md", "get: {}", "A: {}", "servers: [{ url: /a }]"),
        page("b.md", "get: {}", "A: {}", "servers: [{ url: /b }]"),
      ],
      'b.md:5:13 error excerpt-conflict The pages disagree about "servers": this is not what a.md:5:13 says.',
    ],
    [
      "a property called like what only people read",
      [
        page("a.md", "get: {}", "A: { properties: { example: { type: string } } }"),
        page("b.md", "get: {}", "A: { properties: { example: { type: number } } }"),
      ],
      'b.md:11:35 error excerpt-conflict The pages disagree about "schemas A": this is not what a.md:11:35 says.',
    ],
    [
      "security that one page lacks",
      [
        page("a.md", "get: {}", "A: {}", "security: [{ Key: [] }]"),
        page("b.md", "get: {}", "A: {}", "tags: []"),
      ],
      'b.md:4:1 error excerpt-conflict The pages disagree about "security": this is not what a.md:5:1 says.',
    ],
  ])("names both places of %s, and writes nothing", async (_, pages, message) => {
    using folder = temporaryFolder();
    writeFiles(folder.path, [...pages, { path: "v2.json", text: '{"openapi":"3.1.1"}' }]);
    const { exitCode, err } = await run(
      folder.path,
      "extract",
      "a.md",
      "b.md",
      "--output",
      "v2.json",
    );
    expect(exitCode).toBe(4);
    expect(err.split("\n")[0]).toBe(message);
    expect(readFileSync(join(folder.path, "v2.json"), "utf8")).toBe('{"openapi":"3.1.1"}');
  });

  test("does not take the order of members for a difference", async () => {
    using folder = temporaryFolder();
    writeFiles(folder.path, [
      page("a.md", "get: {}", "A: { type: object, title: A }"),
      page("b.md", "get: {}", "A: { title: A, type: object }"),
    ]);
    expect(
      (await run(folder.path, "extract", "a.md", "b.md", "--output", "v2.json")).exitCode,
    ).toBe(0);
  });

  test("takes the first words where pages mean the same, and says where another page has others", async () => {
    using folder = temporaryFolder();
    const root = (title: string, tag: string): string =>
      `info: { title: ${title}, version: "1" }\ntags: [{ name: All }, { name: ${tag} }]`;
    writeFiles(folder.path, [
      page(
        "a.md",
        "get: { summary: All }",
        "A: { type: object, description: One }",
        root("A", "X"),
      ),
      page("b.md", "get: { x-id: 1 }", "A: { type: object, description: Two }", root("B", "Y")),
    ]);
    const ran = await run(folder.path, "extract", "a.md", "b.md", "--output", "v2.json");
    expect(ran.exitCode).toBe(0);
    expect(ran.err.split("\n").filter((line) => line.includes(" warning "))).toEqual([
      'b.md:5:9 warning excerpt-wording The page describes "info" in other words than a.md:5:9, which are taken.',
      'b.md:9:5 warning excerpt-wording The page describes "GET /pets" in other words than a.md:9:5, which are taken.',
      'b.md:12:24 warning excerpt-wording The page describes "schemas A" in other words than a.md:12:24, which are taken.',
    ]);
    expect(JSON.parse(readFileSync(join(folder.path, "v2.json"), "utf8"))).toEqual({
      openapi: "3.1.1",
      info: { title: "A", version: "1" },
      tags: [{ name: "All" }, { name: "X" }, { name: "Y" }],
      paths: { "/pets": { get: { summary: "All" } } },
      components: { schemas: { A: { type: "object", description: "One" } } },
    });
  });

  test("replaces no file that is not an OpenAPI document", async () => {
    using folder = temporaryFolder();
    writeFiles(folder.path, [page("a.md", "get: {}", "A: {}")]);
    const { exitCode, err } = await run(folder.path, "extract", "a.md", "--output", "package.json");
    expect(exitCode).toBe(5);
    expect(err).toContain('The file "package.json" was not written by Deckhand');
  });

  test("gives the bytes of spec/v2.json from the pages in spec/docs", async () => {
    using folder = temporaryFolder();
    const output = join(folder.path, "v2.json");
    const { exitCode } = await run(projectRoot, "extract", "spec/docs", "--output", output);
    expect(exitCode).toBe(0);
    expect(readFileSync(output, "utf8")).toBe(
      readFileSync(join(projectRoot, "spec/v2.json"), "utf8"),
    );
  });
});
