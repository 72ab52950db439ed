import { expect, test } from "vitest";
import { diffFiles } from "./diff.ts";

test("equal folders have no difference", () => {
  const files = [{ path: "a.ts", text: "1\n" }];
  expect(diffFiles(files, [...files])).toBe("");
});

test("a changed, a new and a missing file are all shown", () => {
  const expected = [
    { path: "changed.ts", text: "one\n" },
    { path: "missing.ts", text: "gone\n" },
  ];
  const actual = [
    { path: "changed.ts", text: "two\n" },
    { path: "new.ts", text: "here\n" },
  ];
  const diff = diffFiles(expected, actual);
  expect(diff).toContain("-one\n+two");
  expect(diff).toContain("--- missing.ts\n+++ /dev/null");
  expect(diff).toContain("--- /dev/null\n+++ new.ts");
});

test("a long difference is cut, and says so", () => {
  const text = Array.from({ length: 50 }, (_, index) => `${index}\n`).join("");
  const diff = diffFiles([], [{ path: "long.ts", text }], 10);
  expect(diff.split("\n")).toHaveLength(11);
  expect(diff).toMatch(/\.\.\. \d+ more lines$/);
});
