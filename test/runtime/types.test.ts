import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { check } from "prettier";
import { afterAll, beforeAll, expect, test } from "vitest";

const run = promisify(execFile);
const { resolve: locate } = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const runtime = resolve(here, "../../templates/runtime");

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "runtime-types-"));
});
afterAll(() => rm(folder, { recursive: true }));

const dom = { lib: ["es2022", "dom", "dom.iterable", "dom.asynciterable"], types: [] };
const node = { lib: ["es2022"], types: ["node"] };
const nodenext = { module: "nodenext", moduleResolution: "nodenext" };
const bundler = { module: "esnext", moduleResolution: "bundler" };

test.each([
  ["typescript-5.4", "nodenext with DOM", { ...nodenext, ...dom }],
  ["typescript-5.4", "bundler with DOM", { ...bundler, ...dom }],
  ["typescript-5.4", "nodenext with Node", { ...nodenext, ...node }],
  ["typescript", "nodenext with DOM", { ...nodenext, ...dom }],
  ["typescript", "bundler with DOM", { ...bundler, ...dom }],
  ["typescript", "nodenext with Node", { ...nodenext, ...node }],
  ["typescript-7", "nodenext with DOM", { ...nodenext, ...dom }],
  ["typescript-7", "bundler with DOM", { ...bundler, ...dom }],
  ["typescript-7", "nodenext with Node", { ...nodenext, ...node }],
] as const)(
  "the runtime type-checks strictly on %s, %s",
  async (compiler, name, environment) => {
    const config = join(folder, `${compiler} ${name}.json`);
    const types = resolve(dirname(locate("@types/node/package.json")), "..");
    await writeFile(
      config,
      JSON.stringify({
        compilerOptions: { ...strictest(compiler), ...environment, typeRoots: [types] },
        // What needs the DOM is left out where there is none: the events of another entry point.
        files: [...(await sources(runtime)), join(here, "types.check.ts")],
        include: [join(here, "sample-sdk")],
      }),
    );
    const tsc = join(dirname(locate(`${compiler}/package.json`)), "bin/tsc");
    const { stdout } = await run(process.execPath, [tsc, "-p", config]).catch(
      (error: { stdout: string }) => error,
    );
    expect(stdout).toBe("");
  },
  120_000,
);

function strictest(compiler: string): Record<string, unknown> {
  const newer = { isolatedDeclarations: true, erasableSyntaxOnly: true };
  return {
    target: "es2022",
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noImplicitOverride: true,
    noImplicitReturns: true,
    noFallthroughCasesInSwitch: true,
    noPropertyAccessFromIndexSignature: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    declaration: true,
    skipLibCheck: true,
    noEmit: true,
    ...(compiler === "typescript-5.4" ? {} : newer),
  };
}

async function sources(directory: string): Promise<string[]> {
  const names = await readdir(directory);
  return names.filter((name) => name.endsWith(".ts")).map((name) => join(directory, name));
}

test("the templates are as default prettier leaves them", async () => {
  const untidy: string[] = [];
  for (const file of await sources(runtime)) {
    if (!(await check(await readFile(file, "utf8"), { parser: "typescript" }))) untidy.push(file);
  }
  expect(untidy).toEqual([]);
});

test("no type of the runtime is any", async () => {
  for (const file of await sources(runtime)) {
    const code = (await readFile(file, "utf8")).replace(/\/\*[^]*?\*\/|\/\/.*/g, "");
    expect(code.match(/(\bas|[:<|&,=])\s*any\b(?!-)/g) ?? [], file).toEqual([]);
  }
});
