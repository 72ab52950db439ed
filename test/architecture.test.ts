import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot, readFiles, type TextFile } from "./harness/folders.ts";
import { importsOf, lazyImportsOf } from "./harness/imports.ts";

/**
 * Who may import whom, below generator/ (docs/decisions/0001-shape-of-the-engine.md). Every folder and top-level file
 * is a part, and so are the rooms of `lower/` and the printer; a part may import itself and those listed.
 * `diagnostics` and `model` are the words all stages share.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  references: ["model"],
  responses: ["model"],
  "key-texts": [],
  "server-url": ["model"],
  options: [],
  "path-item-methods": [],
  source: [],
  mentions: ["source"],
  "self-uri": ["source"],
  names: [],
  suggest: [],
  "compare-text": [],
  "group-by": [],
  "json-pointer": [],
  "json-value": [],
  diagnostics: ["source"],
  load: [
    "source",
    "mentions",
    "self-uri",
    "path-item-methods",
    "diagnostics",
    "options",
    "suggest",
  ],
  spec: ["source", "mentions", "self-uri", "path-item-methods", "diagnostics", "suggest"],
  lower: [
    "lower/algebra",
    "lower/schema",
    "lower/operation",
    "lower/pagination",
    "lower/declarations",
    "lower/events",
    "spec",
    "model",
    "diagnostics",
    "options",
    "source",
    "suggest",
  ],
  // What schemas are without a document. The rooms below read one, each with those in front of it.
  "lower/algebra": ["model"],
  "lower/schema": ["lower/algebra", "lower", "spec", "model", "key-texts"],
  "lower/pagination": [
    "lower/algebra",
    "lower/schema",
    "lower",
    "model",
    "responses",
    "options",
    "suggest",
  ],
  "lower/operation": [
    "lower/algebra",
    "lower/schema",
    "lower/pagination",
    "lower",
    "spec",
    "model",
    "diagnostics",
    "server-url",
    "path-item-methods",
    "responses",
    "suggest",
  ],
  "lower/declarations": [
    "lower/algebra",
    "lower/schema",
    "lower",
    "spec",
    "model",
    "references",
    "diagnostics",
  ],
  "lower/events": [
    "lower/algebra",
    "lower",
    "spec",
    "model",
    "references",
    "options",
    "source",
    "suggest",
  ],
  layout: ["model", "names", "diagnostics"],
  lock: ["layout", "names", "diagnostics", "source"],
  "emit/print": [],
  emit: ["emit/print", "model", "references", "responses", "key-texts", "server-url", "layout"],
  write: ["diagnostics"],
  // Compares two documents as they are read; prints no code.
  diff: ["spec", "names", "diagnostics", "source"],
};

/** What the language lacks. It knows nothing of APIs, and every part may import it. */
const language: ReadonlySet<string> = new Set([
  "compare-text",
  "group-by",
  "json-pointer",
  "json-value",
]);

/** Parts above the stages: the programmatic API, the commands, the command line. They may import any stage. */
const above: Readonly<Record<string, readonly string[]>> = {
  index: [],
  commands: ["index"],
  cli: ["commands", "index"],
};

/** Packages that cost half a second to load. Only commands that need them may, and only by `import()`. */
const heavy = ["typescript", "ts-morph", "prettier", "openapi-typescript"];

/** Files that may be longer than 300 lines, and why. */
const long: ReadonlyMap<string, string> = new Map([
  ["model.ts", "types only: the whole model is read in one place"],
]);

const generator = readFiles(join(projectRoot, "generator")).filter(({ path }) =>
  path.endsWith(".ts"),
);
const runtime = readFiles(join(projectRoot, "templates/runtime")).filter(({ path }) =>
  path.endsWith(".ts"),
);

describe("the generator", () => {
  test("imports only as the stages allow", () => {
    expect(generator.flatMap(forbiddenImports)).toEqual([]);
  });

  test("is allowed no import that nothing makes", () => {
    const made = new Set(generator.flatMap(importsOfParts).map(({ from, to }) => `${from} ${to}`));
    const allowed = Object.entries(mayImport).flatMap(([from, all]) =>
      all.map((to) => `${from} ${to}`),
    );
    expect(allowed.filter((one) => !made.has(one))).toEqual([]);
  });

  test("never loads a heavy package with a static import", () => {
    expect(
      generator.flatMap((file) =>
        importsOf(file)
          .filter(isHeavy)
          .map((name) => `${file.path}: ${name}`),
      ),
    ).toEqual([]);
  });

  test("keeps the model free of imports", () => {
    expect(importsOf(find("model.ts"))).toEqual([]);
  });

  test("makes TypeScript syntax only in emit/, layout/ and names.ts", () => {
    const users = generator.filter((file) =>
      importsOf(file).some((name) => name.includes("emit/print")),
    );
    const outside = users.filter(({ path }) => !/^(emit|layout)\/|^names\.ts$/.test(path));
    expect(outside.map(({ path }) => path)).toEqual([]);
  });

  test("reads and writes only in load/, write/, commands/ and cli.ts", () => {
    const worldly = new Set([
      "node:fs",
      "node:fs/promises",
      "node:http",
      "node:https",
      "node:child_process",
    ]);
    const users = generator.filter((file) => importsOf(file).some((name) => worldly.has(name)));
    const outside = users.filter(({ path }) => !/^(load|write|commands)\/|^cli\.ts$/.test(path));
    expect(outside.map(({ path }) => path)).toEqual([]);
  });

  test("awaits nothing at the top of a module, for which the bundler would keep files apart", () => {
    const waiting = generator.filter(({ text }) => /^(?![\s/*]).*\bawait\b/m.test(text));
    expect(waiting.map(({ path }) => path)).toEqual([]);
  });

  test("has no file that is too long to read", () => {
    const tooLong = generator.filter(
      ({ path, text }) => text.split("\n").length > 300 && !long.has(path),
    );
    expect(tooLong.map(({ path }) => path)).toEqual([]);
  });

  test("has every file that is allowed to be long", () => {
    expect(
      [...long.keys()].filter((path) => !generator.some((file) => file.path === path)),
    ).toEqual([]);
  });
});

describe("the runtime", () => {
  test("imports only itself", () => {
    const outside = runtime.flatMap((file) =>
      importsOf(file)
        .filter((name) => !/^\.\/[\w-]+\.js$/.test(name))
        .map((name) => `${file.path}: ${name}`),
    );
    expect(outside).toEqual([]);
  });
});

describe("the rules above can fail", () => {
  test.each([
    ["model.ts", 'import type { Source } from "./source.ts";'],
    ["lower/api.ts", 'import { text } from "../emit/print/text.ts";'],
    ["lower/schema/array.ts", 'import { lowerBody } from "../operation/body.ts";'],
    ["emit/types.ts", 'import type { Spec } from "../spec/spec.ts";'],
    ["emit/print/layout.ts", 'import type { Api } from "../../model.ts";'],
    ["spec/spec.ts", 'export { cli } from "../cli.ts";'],
    ["load/load.ts", 'const { cli } = await import("../cli.ts");'],
    ["unheard-of/new.ts", 'import "../model.ts";'],
  ])("%s: %s", (path, text) => {
    expect(forbiddenImports({ path, text })).toHaveLength(1);
  });

  test("a static import of a heavy package is seen, a lazy one is not", () => {
    expect(
      importsOf({ path: "a.ts", text: 'import ts from "typescript";' }).filter(isHeavy),
    ).toHaveLength(1);
    expect(
      importsOf({ path: "a.ts", text: 'import type ts from "typescript";' }).filter(isHeavy),
    ).toHaveLength(0);
    expect(
      importsOf({ path: "a.ts", text: 'await import("typescript");' }).filter(isHeavy),
    ).toHaveLength(0);
  });
});

function forbiddenImports(file: TextFile): string[] {
  return importsOfParts(file)
    .filter(({ from, to }) => to !== from && !isAllowed(from, to))
    .map(({ from, to }) => `${file.path}: ${from} must not import ${to}`);
}

/** The imports of a file, lazy ones and those of types included, as imports of parts. */
function importsOfParts(file: TextFile): readonly { readonly from: string; readonly to: string }[] {
  const from = partOf(file.path);
  return [...importsOf(file, "types too"), ...lazyImportsOf(file)]
    .filter((name) => name.startsWith(".") && !name.endsWith("/package.json"))
    .map((name) => ({ from, to: partOf(normalize(join(dirname(file.path), name))) }));
}

function isAllowed(from: string, to: string): boolean {
  if (language.has(to)) return true;
  if (Object.hasOwn(above, from))
    return Object.hasOwn(mayImport, to) || (above[from]?.includes(to) ?? false);
  return mayImport[from]?.includes(to) ?? false;
}

/** `emit/print/text.ts` -> `emit/print`, `lower/schema/array.ts` -> `lower/schema`, `model.ts` -> `model`. */
function partOf(path: string): string {
  const room = /^(?:emit\/print|lower\/[\w-]+)(?=\/)/.exec(path)?.[0];
  if (room !== undefined) return room;
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : path.replace(/\.ts$/, "");
}

function isHeavy(name: string): boolean {
  return heavy.some((each) => name === each || name.startsWith(`${each}/`));
}

function find(path: string): TextFile {
  return { path, text: readFileSync(join(projectRoot, "generator", path), "utf8") };
}
