import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { Failure } from "../../generator/diagnostics.ts";
import { loadDocuments } from "../../generator/load/load.ts";
import { temporaryFolder } from "../harness/folders.ts";

const yaml = 'openapi: 3.1.1\ninfo: { title: Pets, version: "1" }\npaths: {}\n';
const value = { openapi: "3.1.1", info: { title: "Pets", version: "1" }, paths: {} };
const json = JSON.stringify(value);

function write(folder: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** The code and the position of the one diagnostic that loading ends with. */
async function refusal(input: string, folder: string): Promise<string> {
  const error: unknown = await loadDocuments(input, { folder }).catch((reason: unknown) => reason);
  if (!(error instanceof Failure)) throw error;
  const [{ code, at } = { code: "none", at: undefined }] = error.diagnostics;
  const position = at?.source.locate(at.pointer);
  return position === undefined ? code : `${code} ${position.line}:${position.column}`;
}

describe("the language is told by the content", () => {
  test.each<[what: string, name: string, content: string | Buffer]>([
    ["JSON", "spec.json", json],
    ["JSON in a file called YAML", "spec.yaml", json],
    ["YAML", "spec.yaml", yaml],
    ["YAML in a file called JSON", "spec.json", yaml],
    ["YAML without an ending", "spec", yaml],
    ["YAML in a file called Markdown", "spec.md", yaml],
    [
      "YAML that begins with a brace",
      "spec.yaml",
      "{openapi: 3.1.1, info: {title: Pets, version: '1'}, paths: {}}",
    ],
    [
      "YAML that begins like JSON",
      "spec.yml",
      '{"openapi": 3.1.1, info: {title: Pets, version: "1"}, paths: {}}',
    ],
    ["YAML with a byte order mark and CRLF", "spec.yaml", `\uFEFF${yaml.replaceAll("\n", "\r\n")}`],
    ["JSON with a byte order mark", "spec.json", `\uFEFF${json}`],
    ["UTF-16, little-endian", "spec.json", Buffer.from(`\uFEFF${json}`, "utf16le")],
    ["UTF-16, big-endian", "spec.json", Buffer.from(`\uFEFF${json}`, "utf16le").swap16()],
    ["a docs page", "page.md", `# Pets\n\n\`\`\`yaml\n${yaml}\`\`\`\n`],
    ["a docs page without an ending", "page", `# Pets\n\n\`\`\`yaml\n${yaml}\`\`\`\n`],
    ["a docs page with JSON", "page.md", `# Pets\n\n\`\`\`json\n${json}\n\`\`\`\n`],
    [
      "a docs page with CRLF",
      "page.md",
      `# Pets\n\n\`\`\`yaml\n${yaml}\`\`\`\n`.replaceAll("\n", "\r\n"),
    ],
    [
      "a docs page with a longer fence",
      "page.md",
      `> Index\n\n\`\`\`\`yaml /v2.json get /pets\n${yaml}\`\`\`\`\n`,
    ],
    [
      "a docs page with samples around",
      "page.md",
      `# Pets\n\n~~~json\n{ "id": 1 }\n~~~\n\n\`\`\`yml\n${yaml}\`\`\`\n`,
    ],
  ])("%s", async (_, name, content) => {
    using folder = temporaryFolder();
    write(folder.path, { [name]: content });
    const { entry, sources, missing } = await loadDocuments(name, { folder: folder.path });
    expect(entry.value).toEqual(value);
    expect(entry.name).toBe(name);
    expect(entry.url).toBe(pathToFileURL(join(folder.path, name)).href);
    expect([...sources.values()]).toEqual([entry]);
    expect(missing.size).toBe(0);
  });
});

describe("places in docs pages are the page's", () => {
  test("in a block", async () => {
    using folder = temporaryFolder();
    write(folder.path, { "page.md": `# Pets\n\n\`\`\`\`yaml\n${yaml}\`\`\`\`\n` });
    const { entry } = await loadDocuments("page.md", { folder: folder.path });
    expect(entry.locate("/info/version")).toEqual({ line: 5, column: 22 });
  });

  test("in a block that a list indents", async () => {
    using folder = temporaryFolder();
    const block = `\`\`\`json\n{\n  "openapi": "3.1.1",\n  "paths": {}\n}\n\`\`\``;
    write(folder.path, { "page.md": `1. First\n\n   ${block.replaceAll("\n", "\n   ")}\n` });
    const { entry } = await loadDocuments("page.md", { folder: folder.path });
    expect(entry.locate("/paths")).toEqual({ line: 6, column: 6 });
  });

  test("of a syntax error", async () => {
    using folder = temporaryFolder();
    write(folder.path, { "page.md": "# Pets\n\n```yaml\nopenapi: 3.1.1\ninfo: [\n```\n" });
    expect(await refusal("page.md", folder.path)).toMatch(/^invalid-yaml [56]:/);
  });
});

describe("what is refused", () => {
  test.each<[code: string, content: string | Buffer]>([
    ["document-empty 1:1", ""],
    ["document-empty 1:1", "\uFEFF \n"],
    ["document-not-text", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0x02, 0x00])],
    ["document-not-text", Buffer.from([0x7b, 0xff, 0x7d])],
    ["document-not-text", Buffer.from(json, "utf16le")],
    ["document-is-html 1:1", "<!doctype html>\n<title>Pets</title>"],
    ["invalid-json 1:12", '{"openapi":'],
    ["not-openapi 1:1", "[]"],
    ["page-without-document 1:1", "just words"],
    ["not-openapi 1:1", "{}"],
    ["not-openapi 1:1", '{"paths": {}}'],
    ["unsupported-version 1:2", '{"openapi": "4.0.0"}'],
    ["unsupported-version 1:2", '{"openapi": {"a": 1}}'],
    ["unsupported-version 1:1", "swagger: 1.2"],
    ["page-without-document 1:1", "# Pets\n\n```json\n{}\n```\n"],
  ])("%s", async (expected, content) => {
    using folder = temporaryFolder();
    write(folder.path, { "page.md": content });
    expect(await refusal("page.md", folder.path)).toBe(expected);
  });

  test("a file that is not there, a folder", async () => {
    using folder = temporaryFolder();
    expect(await refusal("spec.json", folder.path)).toBe("document-not-found");
    expect(await refusal("package.json/spec.json", folder.path)).toBe("document-not-found");
    expect(await refusal(".", folder.path)).toBe("document-unreadable");
  });
});

test.each([
  '{"swagger": "2.0"}',
  "swagger: 2.0",
  "openapi: 3.0",
  "openapi: 3.2.0",
  '{"openapi": "3.0.4-rc1"}',
])("%s is a version that is read", async (text) => {
  using folder = temporaryFolder();
  write(folder.path, { spec: text });
  expect((await loadDocuments("spec", { folder: folder.path })).entry.text).toBe(text);
});
