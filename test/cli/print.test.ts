import { describe, expect, test } from "vitest";
import { codeFrame } from "../../generator/diagnostics/code-frame.ts";
import { colorsFor } from "../../generator/diagnostics/colors.ts";
import { formatDiagnostics } from "../../generator/diagnostics/format-list.ts";
import { printable } from "../../generator/diagnostics/printable.ts";
import { diagnose, type Place } from "../../generator/diagnostics.ts";
import type { Position } from "../../generator/source.ts";
import { suggest } from "../../generator/suggest.ts";

describe("printable", () => {
  test.each([
    ["plain é 漢 👩", "plain é 漢 👩"],
    ["\u001b[31mred", "\\u{1b}[31mred"],
    ["a\u202eb\u2066c\u200bd", "a\\u{202e}b\\u{2066}c\\u{200b}d"],
    ["line\nbreak\u2028", "line\\u{a}break\\u{2028}"],
    ["\0\ud800", "\\u{0}\\u{d800}"],
  ])("%j", (text, expected) => {
    expect(printable(text)).toBe(expected);
  });
});

describe("codeFrame", () => {
  function frame(text: string, line: number, column: number): string {
    return codeFrame(text, { line, column })
      .map(({ number, text: shown }) => `${number ?? " "}|${shown}`)
      .join("\n");
  }

  test.each<[what: string, shown: string, expected: string]>([
    ["the line before and after", frame("a\nbc\nd\ne", 2, 2), "1|a\n2|bc\n | ^\n3|d"],
    ["the first line", frame("ab\nc\nd", 1, 1), "1|ab\n |^\n2|c"],
    ["the last line", frame("a\nb\n", 2, 1), "1|a\n2|b\n |^"],
    ["tabs as two spaces", frame("\t\tx", 1, 3), "1|    x\n |    ^"],
    ["no carriage returns", frame("a\r\nb\r\n", 2, 1), "1|a\n2|b\n |^"],
    ["acting characters written out", frame("\u202ex", 1, 2), "1|\\u{202e}x\n |        ^"],
  ])("shows %s", (_, shown, expected) => {
    expect(shown).toBe(expected);
  });

  test("cuts long lines around the column", () => {
    const text = `${"a".repeat(500)}X${"b".repeat(500)}`;
    const [line, caret] = codeFrame(text, { line: 1, column: 501 });
    expect(line?.text).toBe(`…${"a".repeat(19)}X${"b".repeat(80)}…`);
    expect(caret?.text.indexOf("^")).toBe(line?.text.indexOf("X"));
  });
});

function placeAt(line: number): Place {
  const locate = (): Position => ({ line, column: 1 });
  return { source: { name: "spec.yaml", url: "", text: "", value: {}, locate }, pointer: "" };
}

describe("formatDiagnostics", () => {
  const colors = colorsFor({}, {});

  test("puts errors first and cuts short what repeats", () => {
    const warnings = Array.from({ length: 7 }, () =>
      diagnose("duplicate-key", undefined, { key: "a" }),
    );
    const text = formatDiagnostics(
      [...warnings, diagnose("document-empty", undefined, {})],
      colors,
    );
    expect(text.split("\n")[0]).toBe("error document-empty The document is empty.");
    expect(text.match(/warning duplicate-key/g)).toHaveLength(5);
    expect(text).toMatch(/\nand 2 more duplicate-key \(all with --json\)\n$/);
  });

  test("says once what notes say of several places", () => {
    const notes = ["a", "b", "a", "a"].map((keyword, line) =>
      diagnose("not-expressible", placeAt(line + 1), { keyword }),
    );
    const text = formatDiagnostics(notes, colors);
    expect(text.split("\n")).toEqual([
      expect.stringMatching(/^spec\.yaml:1:1 info not-expressible .*`a`/),
      "  also at 3:1, 4:1",
      expect.stringMatching(/^spec\.yaml:2:1 info not-expressible .*`b`/),
      "",
    ]);
  });

  test("does not let the document's text act on the terminal", () => {
    const text = formatDiagnostics(
      [diagnose("duplicate-key", undefined, { key: "\u001b]0;x\u0007" })],
      colors,
    );
    expect(text).toContain('"\\u{1b}]0;x\\u{7}"');
  });
});

test.each<[isTTY: boolean, env: Record<string, string>, colored: boolean]>([
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: "1" }, false],
  [true, { NO_COLOR: "" }, true],
  [false, { FORCE_COLOR: "1" }, true],
  [true, { FORCE_COLOR: "0" }, false],
  [false, { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
  [true, { TERM: "dumb" }, false],
])("terminal %s and %j: colour is %s", (isTTY, env, colored) => {
  expect(colorsFor({ isTTY }, env).red("x") !== "x").toBe(colored);
});

test.each([
  ["ouput", ["input", "output"], "output"],
  ["Pett", ["Pet", "Pets", "Toy"], "Pet"],
  ["envelope", ["page", "name"], undefined],
  ["PET", ["pet"], "pet"],
  ["ab", ["ba"], "ba"],
  ["a", ["b"], "b"],
  ["", [""], ""],
])("suggest %s of %j: %s", (name, candidates, expected) => {
  expect(suggest(name, candidates)).toBe(expected);
});
