import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishedVersions } from "../../generator/commands/registry/published.ts";
import { projectRoot, temporaryFolder } from "../harness/folders.ts";
import { runNode, runProcess } from "../harness/process.ts";
import { npmrcOf, type Registry, startRegistry } from "./registry.ts";
import { firstSpec, type Scratch, scratchProject, specOf } from "./scratch.ts";

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => {
  await registry[Symbol.asyncDispose]();
});

/** A stranger's program, in TypeScript, compiled with both compilers and run. */
async function use(version: string, functionName: string): Promise<string> {
  using folder = temporaryFolder();
  const { path } = folder;
  writeFileSync(join(path, ".npmrc"), npmrcOf(registry.url));
  const words = ["install", "--no-audit", "--no-fund", `pets@${version}`];
  expect(await runProcess("npm", words, { cwd: path })).toMatchObject({ code: 0 });
  writeFileSync(
    join(path, "main.ts"),
    `import { createClient, ${functionName}, type Pet } from "pets";
const stub: typeof fetch = async () => Response.json({ id: "p1", status: "here" });
const pet: Pet = await ${functionName}(createClient({ fetch: stub }), { id: "p1" });
document.title = pet.id;
`,
  );
  const compilerOptions = {
    strict: true,
    module: "nodenext",
    target: "es2022",
    skipLibCheck: true,
  };
  const project = JSON.stringify({ compilerOptions, files: ["main.ts"] });
  writeFileSync(join(path, "tsconfig.json"), project);
  for (const compiler of ["typescript/bin/tsc", "typescript-7/bin/tsc"]) {
    const tsc = join(projectRoot, "node_modules", compiler);
    const { code, stdout } = await runNode([tsc, "-p", path]);
    expect(code, stdout).toBe(0);
  }
  const text = "globalThis.document = {}; await import('./main.js'); console.log(document.title);";
  writeFileSync(join(path, "run.js"), text);
  return (await runNode(["run.js"], { cwd: path })).stdout.trim();
}

function changelog({ path }: Scratch): string {
  return readFileSync(join(path, "sdk/CHANGELOG.md"), "utf8").replaceAll(
    /\d{4}-\d\d-\d\d/g,
    "DATE",
  );
}

test("three releases in a row: the first, a minor and a breaking one", async () => {
  using scratch = await scratchProject(registry.npmrc);
  const head = await scratch.ask("rev-parse", "HEAD");

  const dry = await scratch.release("--dry-run");
  expect(dry.exitCode, dry.err).toBe(0);
  expect(dry.out).toContain("would publish pets@0.1.0");
  expect(await scratch.ask("rev-parse", "HEAD")).toBe(head);
  expect(await scratch.ask("status", "--porcelain")).toBe("");
  expect(await publishedVersions("pets", scratch.path)).toBeUndefined();

  expect(await scratch.release("1.0.0")).toMatchObject({ exitCode: 0 });
  expect(await scratch.ask("tag")).toBe("pets@1.0.0");
  expect(await scratch.ask("status", "--porcelain")).toBe("");
  expect(await use("1.0.0", "getPet")).toBe("p1");

  const again = await scratch.release();
  expect(again).toMatchObject({ exitCode: 0, out: "pets: nothing to release since 1.0.0.\n" });

  await scratch.change(specOf("getPet", "here, gone, lost"));
  expect(await scratch.release()).toMatchObject({ exitCode: 0 });
  expect(await use("1.1.0", "getPet")).toBe("p1");

  await scratch.change(specOf("getPet", "here, gone, lost", "id"));
  const lower = await scratch.release("minor");
  expect(lower.exitCode).toBe(2);
  expect(lower.err).toContain(
    "release-version-lower 1.2.0 is too low after 1.1.0: the changes ask for 2.0.0",
  );
  expect(await scratch.release()).toMatchObject({ exitCode: 0 });
  expect(await use("2.0.0", "getPet")).toBe("p1");
  expect(changelog(scratch)).toBe(`# Changelog

## 2.0.0 (DATE)

### Breaking changes

- \`Pet\`: \`status\` may now be missing

## 1.1.0 (DATE)

### New

- \`Pet\`: \`status\` has the new value \`lost\`

## 1.0.0 (DATE)

First release: 1 operations, 1 types.
`);
  const published = await publishedVersions("pets", scratch.path);
  expect(published?.versions).toEqual(["1.0.0", "1.1.0", "2.0.0"]);

  // A run that ended after publishing: files are written, but there is neither commit nor tag.
  await scratch.change(specOf("getPet", "here, gone, lost, new", "id"));
  const lock = join(scratch.path, ".git/index.lock");
  writeFileSync(lock, "");
  const broken = await scratch.release();
  expect(broken.exitCode).toBe(5);
  expect(broken.err).toContain("error release-not-recorded pets@2.1.0 is published, but ");
  rmSync(lock);
  const resumed = await scratch.release();
  expect(resumed.exitCode, resumed.err).toBe(0);
  expect(resumed.out).toBe(
    "pets@2.1.0 was published before; it is written down now.\npets: nothing to release since 2.1.0.\n",
  );
  expect(await scratch.ask("tag", "--points-at", "HEAD")).toBe("pets@2.1.0");

  await scratch.change(firstSpec);
  const next = await scratch.release("--tag", "next", "--no-publish");
  expect(next).toMatchObject({ exitCode: 0 });
  expect(await scratch.ask("tag", "--points-at", "HEAD")).toBe("pets@2.2.0-next.0");
}, 600_000);

describe("what can not be released", () => {
  test("a project without a package", async () => {
    using scratch = await scratchProject(registry.npmrc);
    scratch.write({
      path: "deckhand.config.json",
      text: '{ "input": "api.yaml", "output": "sdk" }',
    });
    expect((await scratch.release()).err).toContain("error release-without-package ");
    scratch.write({
      path: "deckhand.config.json",
      text: '{ "input": "api.yaml", "output": "sdk", "package": { "name": "../x" } }',
    });
    expect((await scratch.release()).err).toContain("error release-package-name ");
    scratch.write({
      path: "deckhand.config.json",
      text: '{ "input": "api.yaml", "output": "sdk", "package": { "name": "x", "version": "1.0" } }',
    });
    expect((await scratch.release()).err).toContain("error release-version-invalid ");
    expect((await scratch.release("--tag", "1.x")).exitCode).toBe(2);
  });

  test("a dirty tree, then a drifted one, then one outside of git", async () => {
    using scratch = await scratchProject(registry.npmrc);
    scratch.write({ path: "stray.txt", text: "" });
    const dirty = await scratch.release();
    expect(dirty.exitCode).toBe(2);
    expect(dirty.err).toContain(
      "release-dirty There are changes that are not committed: stray.txt.",
    );
    scratch.write({ path: "api.yaml", text: specOf("findPet", "here") });
    await scratch.git("add", "--all");
    await scratch.git("commit", "--quiet", "--message", "Drift");
    const drifted = await scratch.release();
    expect(drifted.exitCode).toBe(1);
    expect(drifted.err).toContain("error release-drifted ");

    await scratch.git("update-ref", "-d", "HEAD");
    const outside = await scratch.release();
    expect(outside.exitCode).toBe(5);
    expect(outside.err).toContain("release-outside-git A release is made from a commit, but ");
  });
});
