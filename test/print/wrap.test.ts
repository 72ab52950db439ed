import { describe, expect, test } from "vitest";
import { wrapMarkdown } from "../../generator/emit/print/comment/wrap.ts";

const cases: readonly [name: string, text: string, expected: readonly string[]][] = [
  ["a short line stays", "short", ["short"]],
  ["a long line breaks between words", "aaaa bbbb cccc dddd eeee", ["aaaa bbbb cccc dddd", "eeee"]],
  ["a long word is left alone", `a ${"x".repeat(30)} b`, ["a", "x".repeat(30), "b"]],
  ["lines that fit stay as they are", "a\nb", ["a", "b"]],
  [
    "a paragraph with one long line is set anew",
    "aaaa bbbb cccc dddd eeee\nffff",
    ["aaaa bbbb cccc dddd", "eeee ffff"],
  ],
  ["blank lines are kept, one for several", "\na\n\n\nb\n\n", ["a", "", "b"]],
  ["trailing spaces go", "a  \nb ", ["a", "b"]],
  ["a code span is not cut", "aaaa bbbb `cc dd ee` ff", ["aaaa bbbb `cc dd ee`", "ff"]],
  [
    "a code span wider than a line has it for itself",
    "aa `bbbb cccc dddd eeee ffff` gg",
    ["aa", "`bbbb cccc dddd eeee ffff`", "gg"],
  ],
  [
    "a code span of 200 characters is set as words",
    `\`${"aaaa ".repeat(40)}b\``,
    ["`aaaa aaaa aaaa aaaa", ...Array.from({ length: 9 }, () => "aaaa aaaa aaaa aaaa"), "b`"],
  ],
  [
    "a backtick without another is part of its word",
    "aaaa bbbb `cc dddd eeee",
    ["aaaa bbbb `cc dddd", "eeee"],
  ],
  ["several spaces are one", "aaaa  bbbb cccc dddd  eeee", ["aaaa bbbb cccc dddd", "eeee"]],
  [
    "list items hang",
    "- aaaa bbbb cccc dddd eeee\n- b",
    ["- aaaa bbbb cccc", "  dddd eeee", "- b"],
  ],
  ["numbered items hang", "1. aaaa bbbb cccc dddd\n   eeee", ["1. aaaa bbbb cccc", "   dddd eeee"]],
  [
    "no line starts with what would be a list",
    "aaaa bbbb cccc ddddd - eee",
    ["aaaa bbbb cccc ddddd -", "eee"],
  ],
  ["quotes keep their mark", "> aaaa bbbb cccc dddd eeee", ["> aaaa bbbb cccc", "> dddd eeee"]],
  [
    "code fences are kept",
    "```js\nconst aaaa = bbbbbbbbbb.cccccccc;\n\n\nx\n```\naaaa bbbb cccc dddd eeee",
    [
      "```js",
      "const aaaa = bbbbbbbbbb.cccccccc;",
      "",
      "",
      "x",
      "```",
      "aaaa bbbb cccc dddd",
      "eeee",
    ],
  ],
  [
    "indented code is kept",
    "a\n\n    aaaa bbbb cccc dddd eeee",
    ["a", "", "    aaaa bbbb cccc dddd eeee"],
  ],
  [
    "tables are kept",
    "| aaaa | bbbb | cccc | dddd |\n|---|---|---|---|",
    ["| aaaa | bbbb | cccc | dddd |", "|---|---|---|---|"],
  ],
  [
    "tables without outer bars are kept",
    "aaaa | bbbb | cccc dddd\n---|---|---\n1 | 2 | 3 cccc dddd eeee",
    ["aaaa | bbbb | cccc dddd", "---|---|---", "1 | 2 | 3 cccc dddd eeee"],
  ],
  ["headings are kept", "## aaaa bbbb cccc dddd eeee", ["## aaaa bbbb cccc dddd eeee"]],
  [
    "a hard break ends its line",
    "aaaa bbbb cccc dddd eeee  \nff",
    ["aaaa bbbb cccc dddd", "eeee", "ff"],
  ],
];

describe("at 20 columns", () => {
  test.each(cases)("%s", (_, text, expected) => {
    expect(wrapMarkdown(text, 20)).toEqual(expected);
  });
});

test("hostile text wraps in linear time", () => {
  const text = ["`a ", "\\", " ", "- ", "|-"].map((part) => part.repeat(50_000)).join("x\n");
  expect(wrapMarkdown(text, 20).length).toBeGreaterThan(0);
});
