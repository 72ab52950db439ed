import { describe, expect, test } from "vitest";
import { readLiteralModule } from "../../generator/commands/config/literal.ts";

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
    expect(readLiteralModule(text)?.value).toEqual(value);
  });

  test.each([
    "export default { a: process.env.A };",
    "export default { a: `${1}` };",
    "export default { ...b };",
    "export default { a };",
    "export default { [a]: 1 };",
    "export default { a() {} };",
    "export default makeConfig({ a: 1 });",
    "console.log(1);\nexport default { a: 1 };",
    "export default { a: 1 };\nconsole.log(1);",
    "export default { a: 1",
    'export default { a: "\\x41" };',
    "module.exports = {};",
    "",
  ])("not: %s", (text) => {
    expect(readLiteralModule(text)).toBeUndefined();
  });

  test("keeps the place of each key and item", () => {
    const text = 'export default { a: { "b/c": [1, 22] } };';
    const { offsets } = readLiteralModule(text) ?? { offsets: new Map<string, number>() };
    const shown = [...offsets].map(([pointer, offset]) => [
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
