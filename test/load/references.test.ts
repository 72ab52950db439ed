import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { loadDocuments } from "../../generator/load/load.ts";
import { temporaryFolder, writeFiles } from "../harness/folders.ts";
import { generateFrom } from "../harness/generate.ts";

interface Found {
  /** Names of the documents that were read, in their order, without the entry. */
  readonly read: readonly string[];
  readonly missing: Readonly<Record<string, string>>;
}

async function load(files: Readonly<Record<string, string>>): Promise<Found> {
  using folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder.path, name)), { recursive: true });
    writeFileSync(join(folder.path, name), content);
  }
  const { entry, sources, missing } = await loadDocuments("spec.yaml", {
    folder: folder.path,
    network: { enabled: false },
  });
  const root = pathToFileURL(`${folder.path}/`).href;
  return {
    read: [...sources.values()].filter((source) => source !== entry).map(({ name }) => name),
    missing: Object.fromEntries(
      [...missing].map(([url, reason]) => [url.replace(root, ""), reason]),
    ),
  };
}

const head = "openapi: 3.1.1\npaths: {}\n";

function schemas(yaml: string): string {
  return `${head}components:\n  schemas:\n${yaml.replaceAll(/^/gm, "    ")}\n`;
}

describe("references to other documents", () => {
  test("are followed from document to document, each once", async () => {
    const found = await load({
      "spec.yaml": schemas('A: { $ref: "models/a.yaml" }\nB: { $ref: "models/b.json#/B" }'),
      "models/a.yaml":
        'type: object\nproperties:\n  b: { $ref: "./b.json#/B" }\n  self: { $ref: "#" }\n  up: { $ref: "../spec.yaml#/paths" }\n',
      "models/b.json": '{"B": {"$ref": "c%20d.yaml"}}',
      "models/c d.yaml": "type: string\n",
    });
    expect(found).toEqual({
      read: ["models/a.yaml", "models/b.json", "models/c d.yaml"],
      missing: {},
    });
  });

  test("that can not be read are named with the reason", async () => {
    const found = await load({
      "spec.yaml": schemas(
        'A: { $ref: "a.yaml" }\nB: { $ref: "b.json" }\nC: { $ref: "models" }\nD: { $ref: "https://example.com/d.json" }\nE: { $ref: "ftp://example.com/e.json" }',
      ),
      "b.json": '{\n  "a": 1,\n}',
      "models/readme.txt": "",
    });
    expect(found.read).toEqual([]);
    expect(found.missing).toEqual({
      "a.yaml": "there is no such file",
      "b.json":
        'it can not be parsed (line 2, column 9): This is not valid JSON: JSON has no comma before "}".',
      models: "it is a folder",
      "https://example.com/d.json": "the network is not used here",
    });
  });

  test.each([
    ["example", 'A: { type: object, example: { $ref: "x.yaml" } }'],
    ["examples", 'A: { examples: [{ $ref: "x.yaml" }] }'],
    ["default", 'A: { default: { $ref: "x.yaml" } }'],
    ["enum", 'A: { enum: [{ $ref: "x.yaml" }] }'],
    ["const", 'A: { const: { $ref: "x.yaml" } }'],
    ["an extension", 'A: { x-source: { $ref: "x.yaml" } }'],
    ["a description", 'A: { description: "see $ref: x.yaml" }'],
    ["a $ref that is a property", "A: { properties: { $ref: { type: string } } }"],
    ["a $ref that is no text", "A: { items: { $ref: 1 } }"],
  ])("are not seen in %s", async (_, yaml) => {
    expect(await load({ "spec.yaml": schemas(yaml) })).toEqual({ read: [], missing: {} });
  });

  test.each([
    ["a property called example", 'A: { properties: { example: { $ref: "x.yaml" } } }'],
    ["a property called default", 'A: { properties: { default: { $ref: "x.yaml" } } }'],
    ["a schema called x-a", 'x-a: { $ref: "x.yaml" }'],
    [
      "a mapping of a discriminator",
      'A: { discriminator: { propertyName: kind, mapping: { x: "x.yaml", y: Name } } }',
    ],
    ["a whole map", 'A: { properties: { $ref: "x.yaml" } }'],
  ])("are seen in %s", async (_, yaml) => {
    expect(await load({ "spec.yaml": schemas(yaml), "x.yaml": "type: string" })).toEqual({
      read: ["x.yaml"],
      missing: {},
    });
  });

  test("stay inside when they have the name that the document gives itself", async () => {
    const found = await load({
      "spec.yaml": `$self: https://example.com/v1/api.yaml\n${schemas(
        'A: { $ref: "https://example.com/v1/api.yaml#/components/schemas/B" }\nB: { $ref: "api.yaml#/components/schemas/C" }\nC: { $ref: "c.yaml" }',
      )}`,
      "c.yaml":
        'properties: { up: { $ref: "https://example.com/v1/api.yaml#/components/schemas/A" } }',
    });
    expect(found).toEqual({ read: ["c.yaml"], missing: {} });
  });

  test("resolve against $id, and stay inside when they name one", async () => {
    const found = await load({
      "spec.yaml": schemas(
        'A:\n  $id: "https://example.com/schemas/a"\n  properties:\n    b: { $ref: "b" }\n    c: { $ref: "c#/x" }\nB:\n  $id: "https://example.com/schemas/b"',
      ),
    });
    expect(found.missing).toEqual({
      "https://example.com/schemas/c": "the network is not used here",
    });
  });
});

test("references of two documents that lead nowhere are each told of, alike as they are written", async () => {
  using folder = temporaryFolder();
  writeFiles(folder.path, [
    {
      path: "spec.yaml",
      text: schemas('A: { $ref: "b.yaml#/None" }\nC: { $ref: "models/c.yaml" }'),
    },
    { path: "b.yaml", text: "B: {}\n" },
    { path: "models/b.yaml", text: "B: {}\n" },
    { path: "models/c.yaml", text: 'type: array\nitems: { $ref: "b.yaml#/None" }\n' },
  ]);
  const { diagnostics } = await generateFrom(join(folder.path, "spec.yaml"));
  const dead = diagnostics.filter(({ code }) => code === "unresolved-external-ref");
  expect(dead.map(({ at }) => at?.source.name.split("/").pop())).toEqual(["spec.yaml", "c.yaml"]);
});
