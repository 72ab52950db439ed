import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { temporaryFolder } from "../harness/folders.ts";
import { FakeNpm } from "./fake-npm.ts";
import { firstSpec, type Scratch, scratchProject, specOf } from "./scratch.ts";

// What a package consists of and how it is judged is shown in release.test.ts; here it is what happens around that.
let npm = new FakeNpm();
beforeEach(() => {
  npm = new FakeNpm();
});
vi.mock(import("../../generator/commands/registry/npm.ts"), async (original) => ({
  ...(await original()),
  npm: (...all) => npm.run(...all),
}));
vi.mock(import("../../generator/commands/release/build-package.ts"), () => ({
  buildPackage: (sources) => {
    const modules = sources.filter(({ path }) => path.endsWith(".ts"));
    const code = modules.map(({ text }) => text).join("");
    return Promise.resolve({ files: new Map([["dist/index.js", code]]), problems: [] });
  },
}));
vi.mock(import("../../generator/commands/release/checks/check-package.ts"), async (original) => ({
  ...(await original()),
  checkPackage: () => Promise.resolve({ calls: 1, uses: undefined }),
}));
vi.mock(import("../../generator/diff/surface/surface.ts"), () => ({
  diffSurfaces: () => Promise.resolve([]),
}));

const minorSpec = specOf("getPet", "here, gone, lost");

/** A project whose version 1.0.0 is published and written down. */
async function releasedProject(): Promise<Scratch> {
  const scratch = await scratchProject("");
  expect(await scratch.release("1.0.0")).toMatchObject({ exitCode: 0 });
  return scratch;
}

function changelog({ path }: Scratch): string {
  return readFileSync(join(path, "sdk/CHANGELOG.md"), "utf8");
}

async function stateOf(scratch: Scratch): Promise<readonly string[]> {
  return Promise.all([
    scratch.ask("rev-parse", "HEAD"),
    scratch.ask("status", "--porcelain"),
    scratch.ask("tag"),
  ]);
}

/** All is written down, once, and nothing is left to do. */
async function expectFinished(scratch: Scratch, version: string): Promise<void> {
  expect(await scratch.ask("status", "--porcelain")).toBe("");
  expect(await scratch.ask("tag", "--points-at", "HEAD")).toBe(`pets@${version}`);
  expect(changelog(scratch).match(new RegExp(`^## ${version} `, "gm"))).toHaveLength(1);
  const before = await stateOf(scratch);
  expect((await scratch.release()).out).toBe(`pets: nothing to release since ${version}.\n`);
  expect(await stateOf(scratch)).toEqual(before);
  expect(npm.versions.size).toBe(2);
}

test("--dry-run says all and touches nothing", async () => {
  using scratch = await scratchProject("");
  const before = await stateOf(scratch);
  const { out, exitCode } = await scratch.release("--dry-run");
  expect(exitCode).toBe(0);
  expect(out).toContain("would publish pets@0.1.0 in http://registry.test/ as latest\n");
  expect(await stateOf(scratch)).toEqual(before);
  expect(npm.calls.map(({ words }) => words[0])).not.toContain("publish");
});

test("a second run has nothing to do", async () => {
  using scratch = await releasedProject();
  expect(await scratch.ask("tag")).toBe("pets@1.0.0");
  expect(await scratch.ask("status", "--porcelain")).toBe("");
  expect(await scratch.release()).toMatchObject({
    exitCode: 0,
    out: "pets: nothing to release since 1.0.0.\n",
  });
});

describe("a run that ended after publishing is finished by the next one", () => {
  const resumed =
    "pets@1.1.0 was published before; it is written down now.\npets: nothing to release since 1.1.0.\n";

  async function changedProject(): Promise<Scratch> {
    const scratch = await releasedProject();
    await scratch.change(minorSpec);
    return scratch;
  }

  test("when nothing was written", async () => {
    using scratch = await changedProject();
    const before = await stateOf(scratch);
    npm.behaviour = { isLast: true };
    expect((await scratch.release()).exitCode).not.toBe(0);
    expect(await stateOf(scratch)).toEqual(before);
    npm.behaviour = {};
    expect(await scratch.release()).toMatchObject({ exitCode: 0, out: resumed });
    await expectFinished(scratch, "1.1.0");
  });

  test("when some files were written", async () => {
    using scratch = await changedProject();
    const lock = join(scratch.path, ".git/index.lock");
    writeFileSync(lock, "");
    const { exitCode, err } = await scratch.release();
    expect(exitCode).toBe(5);
    expect(err).toContain("error release-not-recorded pets@1.1.0 is published, but ");
    rmSync(lock);
    rmSync(join(scratch.path, "sdk/CHANGELOG.md"));
    await scratch.git("checkout", "--quiet", "sdk/package.json");
    expect(await scratch.release()).toMatchObject({ exitCode: 0, out: resumed });
    await expectFinished(scratch, "1.1.0");
  });

  test("when only the tag was missing", async () => {
    using scratch = await changedProject();
    const lock = join(scratch.path, ".git/refs/tags/pets@1.1.0.lock");
    writeFileSync(lock, "");
    const { err } = await scratch.release();
    expect(err).toContain("git tag failed (");
    expect(await scratch.ask("log", "-1", "--format=%s")).toBe("Release pets@1.1.0");
    rmSync(lock);
    expect(await scratch.release()).toMatchObject({ exitCode: 0, out: resumed });
    await expectFinished(scratch, "1.1.0");
  });
});

test("copies of commits that killed runs left are removed, those of others stay", async () => {
  using scratch = await releasedProject();
  await scratch.change(minorSpec);
  const { pid } = await endedProcess();
  const folder = join(scratch.path, ".git");
  const [abandoned, used] = [`deckhand-copy-${pid}-a`, `deckhand-copy-${process.pid}-b`];
  for (const name of [abandoned, used]) mkdirSync(join(folder, name));
  expect(await scratch.release("--dry-run")).toMatchObject({ exitCode: 0 });
  expect(readdirSync(folder).filter((name) => name.startsWith("deckhand-"))).toEqual([used]);
});

/** A process that is no more. */
async function endedProcess(): Promise<{ readonly pid: number | undefined }> {
  const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await new Promise((resolve) => child.once("close", resolve));
  return { pid: child.pid };
}

describe("leaves out on request", () => {
  test("committing: --no-git", async () => {
    using scratch = await scratchProject("");
    const head = await scratch.ask("rev-parse", "HEAD");
    expect(await scratch.release("1.0.0", "--no-git")).toMatchObject({ exitCode: 0 });
    expect(npm.tags).toEqual({ latest: "1.0.0" });
    expect(await scratch.ask("rev-parse", "HEAD")).toBe(head);
    expect(await scratch.ask("tag")).toBe("");
    expect(changelog(scratch)).toContain("## 1.0.0 ");
    await scratch.git("add", "--all");
    await scratch.git("commit", "--quiet", "--message", "By hand");
    const again = await scratch.release("--no-git");
    expect(again.out).toBe("pets: nothing to release since 1.0.0.\n");
  });

  test("publishing: --no-publish, and the next run publishes what was tagged", async () => {
    using scratch = await scratchProject("");
    expect(await scratch.release("1.0.0", "--no-publish")).toMatchObject({ exitCode: 0 });
    expect(npm.versions.size).toBe(0);
    expect(await scratch.ask("tag", "--points-at", "HEAD")).toBe("pets@1.0.0");
    const before = await stateOf(scratch);
    expect(await scratch.release()).toMatchObject({ exitCode: 0 });
    expect(npm.tags).toEqual({ latest: "1.0.0" });
    expect(npm.versions.get("1.0.0")?.manifest["gitHead"]).toBe(before[0]);
    expect(await stateOf(scratch)).toEqual(before);
  });
});

test("publish-failed: a registry that refuses leaves the repository as it was", async () => {
  using scratch = await releasedProject();
  await scratch.change(minorSpec);
  const before = await stateOf(scratch);
  npm.behaviour = { refusal: { code: "E403", summary: "403 Forbidden" } };
  const { exitCode, err } = await scratch.release();
  expect(exitCode).toBe(5);
  expect(err).toContain(
    "error publish-failed The registry did not take the package: 403 Forbidden",
  );
  expect(await stateOf(scratch)).toEqual(before);
  npm.behaviour = {};
  expect(await scratch.release()).toMatchObject({ exitCode: 0 });
  await expectFinished(scratch, "1.1.0");
});

test("--tag makes a prerelease under that name", async () => {
  using scratch = await releasedProject();
  await scratch.change(minorSpec);
  expect(await scratch.release("--tag", "next")).toMatchObject({ exitCode: 0 });
  expect(npm.tags).toEqual({ latest: "1.0.0", next: "1.1.0-next.0" });
  expect(await scratch.ask("tag", "--points-at", "HEAD")).toBe("pets@1.1.0-next.0");
});

test("--otp reaches npm without being a word that others can read", async () => {
  using scratch = await scratchProject("");
  expect(await scratch.release("--otp", "123456")).toMatchObject({ exitCode: 0 });
  const call = npm.calls.find(({ words }) => words[0] === "publish");
  expect(call?.env).toEqual({ npm_config_otp: "123456" });
  expect(call?.words.join(" ")).not.toContain("123456");
});

describe("--jsr", () => {
  const withName = (jsr: string): string =>
    `{ "input": "api.yaml", "output": "sdk", "package": { "name": "pets", "license": "MIT"${jsr} } }`;

  async function projectOf(jsr: string): Promise<Scratch> {
    const scratch = await scratchProject("");
    scratch.write({ path: "deckhand.config.json", text: withName(jsr) });
    await scratch.change(firstSpec);
    return scratch;
  }

  test("writes the sources and jsr.json, a second time too, and nothing else in a dry run", async () => {
    using scratch = await projectOf(', "jsr": "@zoo/pets"');
    using folder = temporaryFolder();
    const jsr = join(folder.path, "jsr");
    for (const asked of ["1.0.0", "1.1.0"]) {
      const { exitCode, err } = await scratch.release(asked, "--dry-run", "--jsr", jsr);
      expect(exitCode, err).toBe(0);
    }
    expect(JSON.parse(readFileSync(join(jsr, "jsr.json"), "utf8"))).toEqual({
      name: "@zoo/pets",
      version: "1.1.0",
      license: "MIT",
      exports: { ".": "./src/index.ts", "./facade": "./src/facade.ts" },
    });
    expect(readdirSync(jsr).toSorted()).toEqual(["CHANGELOG.md", "README.md", "jsr.json", "src"]);
    expect(readFileSync(join(jsr, "src/index.ts"), "utf8")).toContain('from "./client.ts"');
    expect(await scratch.ask("status", "--porcelain")).toBe("");
  });

  test("needs a scope, and a folder of its own", async () => {
    using scratch = await projectOf("");
    const { exitCode, err } = await scratch.release("--dry-run", "--jsr", "jsr");
    expect(exitCode).toBe(2);
    expect(err).toContain('The option --jsr does not know "pets".');
    scratch.write({ path: "deckhand.config.json", text: withName(', "jsr": "@zoo/pets"') });
    await scratch.change(firstSpec);
    const foreign = await scratch.release("--dry-run", "--jsr", "sdk");
    expect(foreign.exitCode).toBe(5);
    expect(foreign.err).toContain("error foreign-file ");
    expect(await scratch.ask("status", "--porcelain")).toBe("");
  });
});

describe("what can not be released", () => {
  test.each([
    ["", "error release-without-package "],
    [', "package": { "name": "../x" }', "error config-wrong-value "],
    [', "package": { "name": "x", "version": "1.0" }', "error config-wrong-value "],
  ])("a configuration with %j", async (more, message) => {
    using scratch = await scratchProject("");
    const text = `{ "input": "api.yaml", "output": "sdk"${more} }`;
    scratch.write({ path: "deckhand.config.json", text });
    const { err, exitCode } = await scratch.release();
    expect(err).toContain(message);
    expect(exitCode).toBe(2);
  });

  test("a tag that could be a version", async () => {
    using scratch = await scratchProject("");
    expect((await scratch.release("--tag", "1.x")).exitCode).toBe(2);
  });

  test("a version that is lower than the changes ask for", async () => {
    using scratch = await releasedProject();
    await scratch.change(specOf("getPet", "here, gone", "id"));
    const { err, exitCode } = await scratch.release("minor");
    expect(exitCode).toBe(2);
    expect(err).toContain(
      "release-version-lower 1.1.0 is too low after 1.0.0: the changes ask for 2.0.0",
    );
  });

  test("a dirty tree", async () => {
    using scratch = await scratchProject("");
    scratch.write({ path: "stray.txt", text: "" });
    const { err, exitCode } = await scratch.release();
    expect(exitCode).toBe(2);
    expect(err).toContain("release-dirty There are changes that are not committed: stray.txt.");
  });

  test("a drifted SDK", async () => {
    using scratch = await scratchProject("");
    scratch.write({ path: "api.yaml", text: specOf("findPet", "here") });
    await scratch.git("commit", "--all", "--quiet", "--message", "Drift");
    const { err, exitCode } = await scratch.release();
    expect(exitCode).toBe(1);
    expect(err).toContain("error release-drifted ");
  });

  test("a project without a commit", async () => {
    using scratch = await scratchProject("");
    await scratch.git("update-ref", "-d", "HEAD");
    const { err, exitCode } = await scratch.release();
    expect(exitCode).toBe(5);
    expect(err).toContain("release-outside-git A release is made from a commit, but ");
  });

  test("a project where git is not installed", async () => {
    using scratch = await scratchProject("");
    vi.stubEnv("PATH", scratch.path);
    const { err, exitCode } = await scratch.release();
    expect(exitCode).toBe(5);
    expect(err).toContain("git is not installed");
  });
});
