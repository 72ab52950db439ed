import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { isPackageName, splitSpecifier } from "../../generator/commands/registry/package-name.ts";
import { publishedVersions } from "../../generator/commands/registry/published.ts";
import { redact } from "../../generator/commands/registry/secrets.ts";
import { temporaryFolder, writeFiles } from "../harness/folders.ts";
import { npmrcOf } from "./registry.ts";

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
