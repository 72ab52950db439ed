import { expect, test } from "vitest";
import { markdownOf, replaceTables } from "./markdown.ts";
import type { FieldResults } from "./results.ts";
import { tablesOf } from "./tables.ts";

const check = { exit: 0, errors: 0, wall: 2.5, cpu: 3, rssMB: 400, checkS: 1.25, types: 65_000 };

const results: FieldResults = {
  date: "2026-01-02",
  machine: { cpus: 2, model: "A|B", memGB: 24, peersNode: "v24.0.0" },
  specs: { github: { bytes: 13_000_000, ops: 1_223 }, deck: { bytes: 10_000, ops: 1 } },
  peers: {
    other: {
      note: "defaults",
      versions: { other: "1.0.0" },
      specs: {
        github: {
          gen: { ...run(1), ops: 1_200 },
          ts5: { ...check, withoutNocheck: { ...check, errors: 12 } },
        },
        deck: { gen: { ...run(0), wall: 0.333, ops: 1 } },
      },
    },
    absent: { note: "was not asked for", versions: {}, specs: {} },
  },
};

test("what was not measured is a dash, what failed says so", () => {
  expect(table("Generating: wall seconds").rows).toEqual([["other", "fails", "0.33"]]);
  expect(table("The bundle of one call").rows).toEqual([]);
});

test("missing operations are counted", () => {
  expect(table("Operations in the output").rows).toEqual([["other", "1200 of 1223", "all"]]);
});

test("errors are those without `@ts-nocheck`", () => {
  expect(table("Type-checking GitHub's SDK").rows).toEqual([
    ["other", "12", "2.50", "1.25", "–", "65,000", "–"],
  ]);
});

test("a table stands between the marks of the page, with bars escaped", () => {
  const page =
    "Before\n\n<!-- tables: `npm run bench:field-report` -->old<!-- /tables -->\nAfter\n";
  const written = replaceTables(page, [{ title: "T", head: ["a", "b"], rows: [["x|y", "1"]] }]);
  expect(written).toContain(
    "### T\n\n| a | b |\n| :-- | --: |\n| x\\|y | 1 |\n\n<!-- /tables -->\nAfter",
  );
  expect(written).not.toContain("old");
  expect(() => replaceTables("no marks", [])).toThrow("lacks");
});

test("every table can be printed", () => {
  for (const one of tablesOf(results)) expect(markdownOf(one)).toContain(`### ${one.title}`);
});

function table(title: string) {
  return tablesOf(results).find((one) => one.title === title)!;
}

function run(exit: number) {
  return { exit, wall: 1, wallMin: 1, cpu: 1, rssMB: 100, busyBefore: 0, files: 1, bytes: 1 };
}
