import { readFileSync, symlinkSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  checkTypesResolve,
  lintPackage,
} from "../../generator/commands/release/checks/lint-package.ts";
import type { Tarball } from "../../generator/commands/release/pack.ts";
import { unpack } from "../../generator/commands/registry/published.ts";
import { projectRoot, temporaryFolder, writeFiles } from "../harness/folders.ts";
import { commitAll } from "../harness/git.ts";
import { type Finished, runNode } from "../harness/process.ts";
import { packProject } from "./pack-project.ts";
import { close, listen, npmrcOf, urlOf } from "./registry.ts";
import { firstSpec, specOf } from "./scratch.ts";

describe("Deckhand itself, packed and installed", () => {
  const project = temporaryFolder();
  const { path } = project;
  let tarball: Tarball;
  const deckhand = (...words: readonly string[]): Promise<Finished> =>
    runNode([join(path, "node_modules/deckhand/dist/cli.js"), ...words], { cwd: path });

  beforeAll(async () => {
    tarball = await packProject(path);
    const files = [...(await unpack(tarball.bytes))];
    writeFiles(
      join(path, "node_modules/deckhand"),
      files.map(([name, text]) => ({ path: name, text })),
    );
    // What it depends on by its manifest, and the types of Node for programs that call it.
    for (const name of ["ts-morph", "publint", "@arethetypeswrong", "@types", "undici-types"])
      symlinkSync(join(projectRoot, "node_modules", name), join(path, "node_modules", name));
  });
  afterAll(() => project[Symbol.dispose]());

  test("passes publint and Are the types wrong?", async () => {
    expect(await lintPackage(tarball)).toEqual([]);
    expect(await checkTypesResolve(tarball)).toEqual([]);
  });

  test("has nothing that a user does not need", () => {
    const top = new Set(tarball.files.map(({ path: file }) => file.replace(/\/.*/, "")));
    expect([...top].toSorted()).toEqual(["LICENSE", "README.md", "dist", "package.json"]);
  });

  test("generates, compares and releases", async () => {
    await using server = await emptyRegistry();
    const config = { input: "api.yaml", output: "sdk", package: { name: "pets" } };
    writeFiles(path, [
      { path: ".gitignore", text: "node_modules\n.npmrc\n*.tgz\n" },
      { path: ".npmrc", text: npmrcOf(server.url) },
      { path: "api.yaml", text: specOf("getPet", "here, gone, lost") },
      { path: "old.yaml", text: firstSpec },
      { path: "deckhand.config.json", text: JSON.stringify(config) },
    ]);
    expect(await deckhand("generate")).toMatchObject({ code: 0 });
    const { stdout } = await deckhand("diff", "old.yaml", "api.yaml");
    expect(stdout).toContain("minor `Pet`: `status` has the new value `lost`");
    commitAll(path);
    const released = await deckhand("release", "--dry-run");
    expect(released.stderr).not.toContain("error");
    expect(released.stdout).toContain("would publish pets@0.1.0");
  });

  test("is called from a program as docs/api.md shows, and types a configuration", async () => {
    const shown = exampleOf("docs/api.md");
    const config = exampleOf("docs/config.md");
    const compilerOptions = { strict: true, module: "nodenext", target: "es2022", types: ["node"] };
    writeFiles(path, [
      { path: "use/package.json", text: '{ "type": "module" }' },
      { path: "use/api.ts", text: shown },
      { path: "use/deckhand.config.ts", text: config },
      { path: "use/openapi.yaml", text: firstSpec },
      { path: "use/tsconfig.json", text: JSON.stringify({ compilerOptions }) },
    ]);
    const tsc = join(projectRoot, "node_modules/typescript-7/bin/tsc");
    expect((await runNode([tsc, "-p", join(path, "use")])).stdout).toBe("");
    const ran = await runNode(["api.js"], { cwd: join(path, "use") });
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(ran.stdout).toContain("operations/pets.ts");
  });
});

/** The first TypeScript example of a page. */
function exampleOf(page: string): string {
  const text = readFileSync(join(projectRoot, page), "utf8");
  return /^```ts\n([\s\S]*?)^```/m.exec(text)?.[1] ?? "";
}

/** A registry that knows nothing. */
async function emptyRegistry(): Promise<AsyncDisposable & { readonly url: string }> {
  const server = await listen(createServer((_, response) => response.writeHead(404).end("{}")));
  return { url: urlOf(server), [Symbol.asyncDispose]: () => close(server) };
}
