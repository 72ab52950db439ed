import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { isPackageName, splitSpecifier } from "../../generator/commands/registry/package-name.ts";
import {
  fetchPublished,
  publishedVersion,
  publishedVersions,
} from "../../generator/commands/registry/published.ts";
import { redact } from "../../generator/commands/registry/secrets.ts";
import { temporaryFolder, writeFiles } from "../harness/folders.ts";
import { runProcess } from "../harness/process.ts";
import { npmrcOf, type Registry, startRegistry } from "./registry.ts";

describe("a package in a registry", () => {
  const folder = temporaryFolder();
  const commit = "0123456789abcdef0123456789abcdef01234567";
  let registry: Registry;

  beforeAll(async () => {
    registry = await startRegistry();
    writeFiles(folder.path, [
      {
        path: "package.json",
        text: JSON.stringify({ name: "pets", version: "1.0.0", gitHead: commit }),
      },
      { path: "dist/index.js", text: "export const pets = 1;\n" },
      { path: ".npmrc", text: registry.npmrc },
    ]);
    vi.stubEnv("npm_config_cache", join(folder.path, "cache"));
    await runProcess("npm", ["publish"], { cwd: folder.path });
  });

  afterAll(async () => {
    await registry[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  test("has versions and tags", async () => {
    const published = await publishedVersions("pets", folder.path);
    expect(published).toEqual({
      versions: ["1.0.0"],
      taken: new Set(["1.0.0"]),
      tags: new Map([["latest", "1.0.0"]]),
    });
  });

  test("says the commit and the hash of a version", async () => {
    expect(await publishedVersion("pets", "1.0.0", folder.path)).toEqual({
      gitHead: commit,
      integrity: expect.stringMatching(/^sha512-/),
    });
    expect(await publishedVersion("pets", "9.0.0", folder.path)).toBeUndefined();
  });

  test("gives the files of a version", async () => {
    const files = await fetchPublished("pets", "1.0.0", folder.path);
    expect(files?.get("dist/index.js")).toBe("export const pets = 1;\n");
    expect(await fetchPublished("pets", "9.0.0", folder.path)).toBeUndefined();
  });

  test("is undefined when it was never published", async () => {
    expect(await publishedVersions("cats", folder.path)).toBeUndefined();
  });
});

test("registry-failed: a registry that can not be reached is said so", async () => {
  using folder = temporaryFolder();
  writeFiles(folder.path, [{ path: ".npmrc", text: npmrcOf("http://127.0.0.1:9") }]);
  vi.stubEnv("npm_config_fetch_retries", "0");
  await expect(publishedVersions("pets", folder.path)).rejects.toThrow(
    /^"pets" could not be looked up: .*ECONNREFUSED/,
  );
});

test.each([
  ["pets", true],
  ["@deck/sdk", true],
  ["Pets", false],
  ["--registry", false],
  ["../pets", false],
  ["file:pets", false],
  ["pets cats", false],
  ["", false],
])("the name %j: %s", (name, expected) => {
  expect(isPackageName(name)).toBe(expected);
});

test.each([
  ["pets@1.0.0", { name: "pets", version: "1.0.0" }],
  ["@deck/sdk@next", { name: "@deck/sdk", version: "next" }],
  ["@deck/sdk", undefined],
  ["pets@", undefined],
  ["pets@file:x", undefined],
])("the specifier %j", (text, expected) => {
  expect(splitSpecifier(text)).toEqual(expected);
});

describe("credentials are taken out of a message", () => {
  test.each([
    ["Bearer abc.def said no", "Bearer *** said no"],
    ["https://me:pass@registry.test/", "https://***@registry.test/"],
    ["bad token npm_0123456789abcdef0123456789abcdef0123", "bad token ***"],
    ["//registry.test/:_authToken=abc", "//registry.test/:_authToken=***"],
  ])("%s", (text, expected) => {
    using folder = temporaryFolder();
    expect(redact(text, folder.path)).toBe(expected);
  });

  test("that a variable or an .npmrc beside or above the project has", () => {
    using folder = temporaryFolder();
    vi.stubEnv("DEPLOY", "from-environment-by-name");
    vi.stubEnv("NODE_AUTH_TOKEN", "from-variable");
    writeFiles(folder.path, [
      {
        path: ".npmrc",
        text: '//a.test/:_authToken="from-npmrc"\n//b.test/:_password=${DEPLOY}\n',
      },
    ]);
    const said = "from-npmrc, from-environment-by-name and from-variable are wrong";
    expect(redact(said, join(folder.path, "inside"))).toBe("***, *** and *** are wrong");
  });
});
