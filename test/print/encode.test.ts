import { runInThisContext } from "node:vm";
import fc from "fast-check";
import { format, util } from "prettier";
import { describe, expect, test } from "vitest";
import {
  isIdentifier,
  literalKey,
  memberAccess,
  numberLiteral,
  propertyKey,
  stringLiteral,
} from "../../generator/emit/print/index.ts";
import { templateText } from "../../generator/emit/print/encode.ts";
import { textWidth } from "../../generator/emit/print/width.ts";
import { text } from "./arbitraries.ts";

const runs = { numRuns: Number(process.env["PRINT_RUNS"] ?? 1000), seed: 1 };
const anyText = fc.oneof(text, fc.string({ unit: "binary" }), fc.string());

describe("string literals", () => {
  test.each([
    ["plain", `"plain"`],
    [`it's`, `"it's"`],
    [`say "hi"`, `'say "hi"'`],
    [`"it's"`, `'"it\\'s"'`],
    [`"'`, `"\\"'"`],
    ["a\\b", `"a\\\\b"`],
    ["a\nb\r\tc", `"a\\nb\\r\\tc"`],
    ["\0\u007f", `"\\u0000\\u007f"`],
    ["\u2028\u2029", `"\\u2028\\u2029"`],
    ["\u202e\u200b\ufeff", `"\\u202e\\u200b\\ufeff"`],
    ["\ud800", `"\\ud800"`],
    ["é 名 😀", `"é 名 😀"`],
    ["${x} `y`", '"${x} `y`"'],
  ])("%j", (value, expected) => {
    expect(stringLiteral(value)).toBe(expected);
  });

  test("evaluate to their text", () => {
    fc.assert(
      fc.property(anyText, (value) => {
        expect(evaluate(stringLiteral(value))).toBe(value);
        expect(evaluate(`\`${templateText(value)}\``)).toBe(value);
      }),
      runs,
    );
  });

  test("are one visible line", () => {
    fc.assert(
      fc.property(anyText, (value) => {
        expect(stringLiteral(value)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
      runs,
    );
  });
});

test.each([
  [0, "0"],
  [-1.5, "-1.5"],
  [-0, "-0"],
  [1e21, "1e21"],
  [1e-7, "1e-7"],
  [10n, "10n"],
])("the literal of %s", (value, expected) => {
  expect(numberLiteral(value)).toBe(expected);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])("%d has no literal", (value) => {
  expect(() => numberLiteral(value)).toThrow(TypeError);
});

describe("keys", () => {
  test.each([
    ["name", "name"],
    ["class", "class"],
    ["$ref", "$ref"],
    ["名前", "名前"],
    ["a-b", '"a-b"'],
    ["", '""'],
    ["1", '"1"'],
    ["𝒜", '"𝒜"'],
    ["a\u200d", '"a\\u200d"'],
    ["\u2e2f", '"\\u2e2f"'],
  ])("%j", (name, expected) => {
    expect(propertyKey(name)).toBe(expected);
  });

  test("__proto__ in an object literal is a property of its own", () => {
    expect(literalKey("__proto__")).toBe('["__proto__"]');
  });

  test("read back as their text", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.constant("__proto__")), (name) => {
        const object = evaluate(`({ ${literalKey(name)}: 1 })`) as object;
        expect(Object.keys(object)).toEqual([name]);
        expect(evaluate(`((object) => object${memberAccess(name)})`)).toBeTypeOf("function");
      }),
      runs,
    );
  });

  test("bare names are names to the oldest supported TypeScript and to prettier", async () => {
    const names: string[] = [];
    for (let code = 0x80; code < 0x10000; code += 1) {
      // The insides of the two great blocks, Han and Hangul, tell nothing new.
      if ((code > 0x3500 && code < 0x9f00) || (code > 0xac80 && code < 0xd700)) continue;
      names.push(`a${String.fromCharCode(code)}`);
    }
    const printed = `type A = {\n${names.map((name) => `  ${propertyKey(name)}: 1;\n`).join("")}};\n`;
    expect(await format(printed, { parser: "typescript" })).toBe(printed);
  });
});

test.each([
  ["name", true],
  ["$", true],
  ["", false],
  ["1a", false],
  ["a b", false],
  ["class", false],
  ["await", false],
  ["arguments", false],
  ["string", false],
])("%j as an identifier: %j", (name, expected) => {
  expect(isIdentifier(name)).toBe(expected);
});

test("width is counted as prettier counts it", () => {
  const sequences = ["👍🏽", "🇫🇷", "🇫", "1️⃣", "☠️", "☠", "❤️", "✌🏽", "e\u0301", "ｗｉｄｅ", "한국"];
  fc.assert(
    fc.property(fc.array(fc.oneof(anyText, fc.constantFrom(...sequences))), (parts) => {
      const literal = stringLiteral(parts.join(""));
      expect(textWidth(literal)).toBe(util.getStringWidth(literal));
    }),
    runs,
  );
});

function evaluate(expression: string): unknown {
  return runInThisContext(expression);
}
