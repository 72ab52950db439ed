import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  fetchPublished,
  publishedVersion,
  publishedVersions,
} from "../../generator/commands/registry/published.ts";
import { projectRoot, temporaryFolder, writeFiles } from "../harness/folders.ts";
import { runNode, runProcess } from "../harness/process.ts";
import { npmrcOf, type Registry, startRegistry } from "./registry.ts";
import { type Scratch, scratchProject, specOf } from "./scratch.ts";

const versions = ["1.0.0", "1.1.0", "2.0.0"] as const;

test("three releases in a row: the first, a minor and a breaking one", async () => {
  await using registry = await startRegistry();
  using scratch = await scratchProject(registry.npmrc);
  const { path } = scratch;
  expect(await publishedVersions("pets", path)).toBeUndefined();

  expect(await scratch.release("1.0.0")).toMatchObject({ exitCode: 0, err: progressOf("1.0.0") });
  expect(await scratch.ask("tag", "--points-at", "HEAD")).toBe("pets@1.0.0");
  await scratch.change(specOf("getPet", "here, gone, lost"));
  expect(await scratch.release()).toMatchObject({ exitCode: 0 });
  await scratch.change(specOf("getPet", "here, gone, lost", "id"));
  expect(await scratch.release()).toMatchObject({ exitCode: 0 });

  expect(await publishedVersions("pets", path)).toEqual({
    versions,
    taken: new Set(versions),
    tags: new Map([["latest", "2.0.0"]]),
  });
  expect(await publishedVersion("pets", "1.1.0", path)).toEqual({
    gitHead: await scratch.ask("rev-parse", "pets@1.1.0^"),
    integrity: expect.stringMatching(/^sha512-/),
  });
  expect(await publishedVersion("pets", "9.0.0", path)).toBeUndefined();
  expect(await fetchPublished("pets", "9.0.0", path)).toBeUndefined();
  const files = await fetchPublished("pets", "2.0.0", path);
  expect(files?.get("CHANGELOG.md")).toBe(readFileSync(join(path, "sdk/CHANGELOG.md"), "utf8"));
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
  expect(await use(registry)).toEqual(["p1", "p1", "p1"]);
}, 300_000);

/** What is said while a first version is released. */
function progressOf(version: string): string {
  const steps = ["look up pets", "generate and compare", "build", "pack", "publint"];
  const more = ["are the types wrong?", "install, compile and call it", `publish pets@${version}`];
  return [...steps, ...more, "write, commit and tag"].map((step) => `pets: ${step}\n`).join("");
}

function changelog({ path }: Scratch): string {
  const text = readFileSync(join(path, "sdk/CHANGELOG.md"), "utf8");
  return text.replaceAll(/\d{4}-\d\d-\d\d/g, "DATE");
}

/** A stranger's program, which has all versions at once: compiled with both compilers, run once. Gives what it found. */
async function use(registry: Registry): Promise<unknown> {
  using folder = temporaryFolder();
  const { path } = folder;
  const wanted = versions.map((version, index) => `pets${index}@npm:pets@${version}`);
  const compilerOptions = { strict: true, module: "nodenext", target: "es2022", types: [] };
  writeFiles(path, [
    { path: ".npmrc", text: npmrcOf(registry.url) },
    { path: "tsconfig.json", text: JSON.stringify({ compilerOptions, files: ["main.ts"] }) },
    { path: "main.ts", text: program() },
  ]);
  const installed = await runProcess("npm", ["install", "--no-audit", "--no-fund", ...wanted], {
    cwd: path,
  });
  expect(installed).toMatchObject({ code: 0 });
  for (const compiler of ["typescript/bin/tsc", "typescript-7/bin/tsc"]) {
    const tsc = join(projectRoot, "node_modules", compiler);
    const { code, stdout } = await runNode([tsc, "-p", path]);
    expect(code, stdout).toBe(0);
  }
  const { stdout, stderr } = await runNode(["main.js"], { cwd: path });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

function program(): string {
  const imports = versions.map((_, index) => `import * as pets${index} from "pets${index}";\n`);
  const calls = versions.map(
    (_, index) => `const pet${index}: pets${index}.Pet = await pets${index}.getPet(
  pets${index}.createClient({ fetch: stub }),
  { id: "p1" },
);
`,
  );
  const ids = versions.map((_, index) => `pet${index}.id`).join(", ");
  return `${imports.join("")}
const stub: typeof fetch = async () => Response.json({ id: "p1", status: "here" });
${calls.join("")}console.log(JSON.stringify([${ids}]));
`;
}
