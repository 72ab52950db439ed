import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readLiteralModule } from "../../generator/commands/config/literal.ts";
import { placeInStack } from "../../generator/commands/config/place-in-stack.ts";
import { validateConfig } from "../../generator/commands/config/validate-config.ts";
import { temporaryFolder } from "../harness/folders.ts";
import { run } from "./run.ts";

describe("a configuration that is plain data is read without running it", () => {
  test.each([
    ["export default {}", {}],
    ['export default { a: "b", };', { a: "b" }],
    ["export default { 'a': 'it\\'s', b: \"q\\\"\\n\", c: `t` }", { a: "it's", b: 'q"\n', c: "t" }],
    [
      "export default { a: [1, -2.5, .5, 1e3, true, false, null], b: { c: {} } }",
      { a: [1, -2.5, 0.5, 1000, true, false, null], b: { c: {} } },
    ],
    [
      '// head\nimport type { Config } from "deckhand";\n/* two */\nexport default {\n  // why\n  a: 1 /* b */,\n} satisfies Config;\n',
      { a: 1 },
    ],
    ['import { defineConfig } from "deckhand";\nexport default defineConfig({ a: 1 });', { a: 1 }],
    ["const config: Config = { a: 1 };\nexport default config;", { a: 1 }],
    ["export const config = { a: 1 } as const;\nexport default config satisfies Config;", { a: 1 }],
    ["export default { __proto__: 1 }", JSON.parse('{"__proto__": 1}')],
  ])("%s", (text, value) => {
    expect(readLiteralModule(text)).toMatchObject({ kind: "data", value });
  });

  test.each([
    ["export default { a: process.env.A };", "process"],
    ["export default { a: `${1}` };", "`${"],
    ["export default { ...b };", "...b"],
    ["export default { a };", "};"],
    ["export default { [a]: 1 };", "[a]"],
    ["export default { a() {} };", "() {}"],
    ["export default makeConfig({ a: 1 });", "export"],
    ["// why\nconsole.log(1);\nexport default { a: 1 };", "console"],
    ["export default { a: 1 };\nconsole.log(1);", ";\nconsole"],
    ["export default {\n  a: 1 // no comma\n  b: 2,\n};", "b: 2"],
    ["export default { a: 1", ""],
    ['export default { a: "\\x41" };', '"\\x41"'],
    ["module.exports = {};", "module"],
    ["", ""],
  ])("not: %s", (text, rest) => {
    const offset = rest === "" ? text.length : text.indexOf(rest);
    expect(readLiteralModule(text)).toEqual({ kind: "program", offset });
  });

  test("keeps the place of each key and item", () => {
    const text = 'export default { a: { "b/c": [1, 22] } };';
    const read = readLiteralModule(text);
    const shown = [...(read.kind === "data" ? read.offsets : [])].map(([pointer, offset]) => [
      pointer,
      text.slice(offset, offset + 3),
    ]);
    expect(shown).toEqual([
      ["", "{ a"],
      ["/a", "a: "],
      ["/a/b~1c", '"b/'],
      ["/a/b~1c/0", "1, "],
      ["/a/b~1c/1", "22]"],
    ]);
  });
});

describe("the place of an error in a configuration that is run", () => {
  const url = "file:///home/ann/deckhand.config.mjs";
  const text = "const base = undefined;\nexport default {\n  input: base.input,\n};\n";

  test.each([
    ["is the one that threw", `TypeError: no\n    at ${url}:3:15\n    at ModuleJob.run`, 3, 15],
    [
      "is the function in it that threw",
      `Error: no\n    at load (${url}:2:9)\n    at ${url}:3:15`,
      2,
      9,
    ],
    ["is the line of a syntax error", `${url}:3\n  input: base\n  ^^^^^\n\nSyntaxError: no`, 3, 3],
  ])("%s", (_, stack, line, column) => {
    expect(placeInStack(stack, { url, text })).toEqual({ line, column });
  });

  test("is unknown where the trace does not name it", () => {
    const stack = "Error [ERR_MODULE_NOT_FOUND]: Cannot find package\n    at packageResolve";
    expect(placeInStack(stack, { url, text })).toBeUndefined();
  });
});

test.each([
  ['"name": "My API"', 'must be a name that npm takes, such as "@deck/sdk".'],
  ['"name": "a", "version": "1.0"', 'must be a version of three numbers, such as "1.0.0".'],
  ['"name": "a", "version": "01.0.0"', "must be a version"],
  ['"name": "a", "version": "1.0.0-rc.01"', "must be a version"],
  ['"name": "a", "version": "1.0.0+build"', "must be a version"],
])("a package with %s is refused, as npm would refuse it", async (members, reason) => {
  using folder = temporaryFolder();
  const text = `{ "input": "a.yaml", "output": "out", "package": { ${members} } }`;
  writeFileSync(join(folder.path, "deckhand.config.json"), text);
  const { err, exitCode } = await run(folder.path, "generate");
  expect(err).toContain(reason);
  expect(exitCode).toBe(2);
});

test.each(["1.0.0", "0.1.0-next.0", "10.20.30-rc-1.x"])("a package may begin at %s", (version) => {
  const value = { package: { name: "a", version } };
  const source = { name: "c", url: "file:///c", text: "", value, locate: () => START };
  expect(validateConfig(source)).toBe(value);
});

const START = { line: 1, column: 1 };

test("a file that looks like a configuration and is none is named", async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, "deckhand.config.yaml"), "input: a.yaml\n");
  const { err } = await run(folder.path, "generate");
  expect(err).toContain('help: "deckhand.config.yaml" is not read');
});
