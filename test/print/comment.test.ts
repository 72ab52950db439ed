import fc from "fast-check";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import {
  type Comment,
  printComment,
  commentText,
  printFile,
} from "../../generator/emit/print/index.ts";
import { comment } from "./arbitraries.ts";

describe("the form of a comment", () => {
  const forms: readonly [name: string, comment: Comment, expected: string][] = [
    ["nothing at all prints nothing", { text: " \n\u200b\n" }, ""],
    ["one line", { text: "Unique identifier." }, "/** Unique identifier. */"],
    ["a lone tag", { tags: [{ name: "deprecated" }] }, "/** @deprecated */"],
    ["several lines", { text: "One.\n\nTwo." }, "/**\n * One.\n *\n * Two.\n */"],
    [
      "tags after the text",
      {
        text: "One.",
        tags: [
          { name: "default", text: "10" },
          { name: "example", text: "a\nb" },
        ],
      },
      "/**\n * One.\n *\n * @default 10\n * @example\n * a\n * b\n */",
    ],
    ["up to 80 columns on one line", { text: "x".repeat(73) }, `/** ${"x".repeat(73)} */`],
    ["81 columns in block form", { text: "x".repeat(74) }, `/**\n * ${"x".repeat(74)}\n */`],
  ];
  test.each(forms)("%s", (_, value, expected) => {
    expect(printComment(value, "")).toBe(expected);
  });

  test("is indented", () => {
    expect(printComment({ text: "One.\nTwo." }, "  ")).toBe("  /**\n   * One.\n   * Two.\n   */");
  });
});

describe("text that would mean something to a tool", () => {
  test.each([
    ["the end of the comment", "a */ b", "a *\\/ b"],
    ["an end hidden by a zero-width space", "*\u200b/", "*\\/"],
    ["a tag at the start", "@deprecated no", "\\@deprecated no"],
    ["a tag in the middle", "see @deprecated", "see \\@deprecated"],
    ["an address is no tag", "mail a@b.co or `@x`", "mail a@b.co or `@x`"],
    ["an inline tag", "{@link https://x}", "{\\@link https://x}"],
    ["a compiler pragma", "(@jsxImportSource evil)", "(\\@\\jsxImportSource evil)"],
    ["@internal anywhere", "a.@internal", "a.@\\internal"],
    [
      "a bundler's mark",
      "/*#__PURE__*/ @__NO_SIDE_EFFECTS__",
      "/*#\\__PURE__*\\/ \\@\\__NO_SIDE_EFFECTS__",
    ],
    ["a source map link", "//# sourceMappingURL=x", "//# sourceMappingURL\\=x"],
    ["line separators", "a\u2028b\r\nc\rd", "a\nb\nc\nd"],
    ["bidi marks and controls", "a\u202eb\0c\ufeffd", "abcd"],
    ["tabs", "a\tb", "a  b"],
    ["a lone surrogate", "a\ud800b", "a\ufffdb"],
  ])("%s", (_, text, expected) => {
    expect(commentText(text)).toBe(expected);
  });
});

test("no text leaves its comment, and only our own tags are tags", () => {
  fc.assert(
    fc.property(comment, (docs) => {
      const printed = printFile([{ kind: "interface", name: "A", docs, members: [] }]);
      expect(tokens(printed)).toEqual(tokens("interface A {}"));
      expect(tagNames(printed)).toEqual((docs.tags ?? []).map((tag) => tag.name));
    }),
    { numRuns: Number(process.env["PRINT_RUNS"] ?? 500), seed: 1 },
  );
});

function tokens(text: string): string[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, text);
  const found: string[] = [];
  while (scanner.scan() !== ts.SyntaxKind.EndOfFileToken) found.push(scanner.getTokenText());
  return found;
}

function tagNames(text: string): string[] {
  const file = ts.createSourceFile("a.ts", text, ts.ScriptTarget.Latest, true);
  const declaration = file.statements[0] as ts.InterfaceDeclaration;
  return ts.getJSDocTags(declaration).map((tag) => tag.tagName.text);
}
