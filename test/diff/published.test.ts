import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { afterEach, describe, expect, test, vi } from "vitest";
import { run } from "../cli/run.ts";
import { temporaryFolder, writeFiles } from "../harness/folders.ts";
import { commitAll } from "../harness/git.ts";
import { generateValue } from "../properties/document.ts";
import { serveRegistry, type Version } from "./registry.ts";

const first = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths:
  /pets:
    get:
      operationId: listPets
      parameters:
        - { name: starting_after, in: query, schema: { type: string } }
      responses:
        "204": { description: Nothing. }
`;
const second = first.replace("starting_after", "cursor");

afterEach(() => {
  vi.unstubAllEnvs();
});

/** What `release` puts into a package, as far as comparing needs it. */
function packageOf(text: string, gitHead?: string): Version {
  const files = generateValue(load(text)).files;
  const sources = Object.fromEntries(files.map(({ path, text: own }) => [`src/${path}`, own]));
  return { files: sources, ...(gitHead === undefined ? {} : { gitHead }) };
}

describe("a published version", () => {
  test("is compared by its types, and the report says that the wire is not", async () => {
    await using registry = await serveRegistry("@pets/sdk", {
      "1.2.0": packageOf(first),
      "1.3.0": packageOf(second),
    });
    vi.stubEnv("npm_config_registry", registry.url);
    using folder = temporaryFolder();
    const { out, exitCode } = await run(
      folder.path,
      "diff",
      "@pets/sdk@~1.2.0",
      "@pets/sdk@latest",
    );
    expect(out).toBe(
      [
        "@pets/sdk@1.2.0 -> @pets/sdk@1.3.0",
        "package: major   wire: not compared",
        "  major `listPets`: parameter `starting_after` is gone; `cursor` is new",
        "",
        "The wire was not compared: no configuration here is about @pets/sdk, so its document is not known.",
        "",
      ].join("\n"),
    );
    expect(exitCode).toBe(0);
  });

  test("is compared with its document, where its commit and a configuration are here", async () => {
    using folder = temporaryFolder();
    const config = { input: "spec.yaml", output: "sdk", package: { name: "pets-sdk" } };
    writeFiles(folder.path, [
      { path: "spec.yaml", text: first },
      { path: "deckhand.config.json", text: JSON.stringify(config) },
    ]);
    const gitHead = commitAll(folder.path);
    writeFileSync(join(folder.path, "spec.yaml"), second);
    await using registry = await serveRegistry("pets-sdk", { "1.0.0": packageOf(first, gitHead) });
    vi.stubEnv("npm_config_registry", registry.url);
    const { out } = await run(folder.path, "diff", "pets-sdk@latest", "spec.yaml");
    expect(out).toContain("pets-sdk@1.0.0 -> spec.yaml\npackage: major   wire: major\n");
    expect(out).toContain("  pets-sdk@1.0.0:spec.yaml:8:11 -> spec.yaml:7:7");
  });
});

test.each([
  ["pets-sdk@9", 'it has no version "9"; latest is 1.0.0.'],
  [
    "pets-sdk@banana",
    '"banana" is no version (1.2.0), no range (^1.2) and no tag of it; latest is',
  ],
  ["never-published@1.0.0", 'the registry has no package "never-published".'],
  ["pets-sdk@1.0.0", "the package has no index of an SDK"],
])("%s is refused", async (name, message) => {
  await using registry = await serveRegistry("pets-sdk", { "1.0.0": { files: {} } });
  vi.stubEnv("npm_config_registry", registry.url);
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, "spec.yaml"), first);
  const { err, exitCode } = await run(folder.path, "diff", name, "spec.yaml");
  expect(err).toContain(message);
  expect(exitCode).toBe(5);
});
