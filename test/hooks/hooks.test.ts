import { chmodSync, copyFileSync, symlinkSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../harness/folders.ts";
import { ready } from "./ready-made.ts";
import { type Scratch, scratchRepository, specOf } from "./scratch.ts";

function isInstalled(program: string): boolean {
  return spawnSync(program, ["--version"], { stdio: "ignore" }).status === 0;
}

/** A drifted commit is refused and leaves the branch where it was; the one with the SDK generated anew passes. */
async function expectGuard(scratch: Scratch): Promise<void> {
  scratch.write({ path: "spec/api.yaml", text: specOf("listPets").replace("None", "Nothing") });
  await scratch.git("add", "spec");
  const refused = await scratch.git("commit", "--message", "Drift");
  expect(`${refused.stdout}${refused.stderr}`).toContain("sdk has drifted in what is staged");
  expect(refused.code).not.toBe(0);
  await scratch.run("deckhand", "generate", "--quiet");
  await scratch.git("add", "--all");
  const passed = await scratch.git("commit", "--message", "Follow the document");
  expect(passed.code, passed.stderr).toBe(0);
  const { stdout } = await scratch.git("log", "--format=%s");
  expect(stdout).toBe("Follow the document\nBegin\n");
}

describe("a commit with a drifted SDK is refused, and the fixed one passes, with", () => {
  test("a plain git hook", async () => {
    using scratch = await scratchRepository();
    const hook = join(scratch.path, ".git/hooks/pre-commit");
    copyFileSync(join(projectRoot, "docs/hooks/pre-commit"), hook);
    chmodSync(hook, 0o755);
    await expectGuard(scratch);
  });

  test("husky and lint-staged", async () => {
    using scratch = await scratchRepository();
    for (const name of ["husky", "lint-staged"])
      symlinkSync(
        join(projectRoot, "node_modules", name),
        join(scratch.path, "node_modules", name),
      );
    scratch.write(
      { path: ".husky/pre-commit", text: "npx --no -- lint-staged\n" },
      { path: "lint-staged.config.mjs", text: ready("docs/hooks/lint-staged.config.mjs") },
    );
    expect((await scratch.run("husky")).code).toBe(0);
    await expectGuard(scratch);
  });

  test.skipIf(!isInstalled("lefthook"))("lefthook", async () => {
    using scratch = await scratchRepository();
    scratch.write({ path: "lefthook.yml", text: ready("docs/hooks/lefthook.yml") });
    expect((await scratch.run("lefthook", "install")).code).toBe(0);
    await expectGuard(scratch);
  });

  test.skipIf(!isInstalled("pre-commit"))("the pre-commit framework", async () => {
    using scratch = await scratchRepository();
    scratch.write({
      path: ".pre-commit-config.yaml",
      text: ready("docs/hooks/pre-commit-config.yaml"),
    });
    await scratch.git("add", ".pre-commit-config.yaml");
    expect((await scratch.run("pre-commit", "install")).code).toBe(0);
    await expectGuard(scratch);
  });
});

interface Hook {
  readonly entry: string;
  readonly [option: string]: unknown;
}

describe("every ready-made configuration runs the same command", () => {
  const [published] = load(ready(".pre-commit-hooks.yaml")) as readonly [Hook];

  test("the published hook of the pre-commit framework, and the local one", () => {
    const { repos } = load(ready("docs/hooks/pre-commit-config.yaml")) as {
      readonly repos: readonly [{ readonly hooks: readonly [Hook] }];
    };
    const { description, ...options } = published;
    expect(description).toBeDefined();
    expect(repos[0].hooks[0]).toEqual(options);
  });

  test("lefthook and the plain hook", () => {
    const lefthook = load(ready("docs/hooks/lefthook.yml")) as {
      readonly "pre-commit": { readonly commands: { readonly deckhand: { readonly run: string } } };
    };
    expect(lefthook["pre-commit"].commands.deckhand.run).toBe(published.entry);
    expect(ready("docs/hooks/pre-commit")).toContain(`exec ${published.entry}\n`);
  });
});
