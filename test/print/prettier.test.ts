/** The printer's promise: prettier with default options has nothing to change. */

import fc from "fast-check";
import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { printFile, type Statement } from "../../generator/emit/print/index.ts";
import { statement } from "./arbitraries.ts";

// `PRINT_RUNS=20000 PRINT_SEED=7 npx vitest run test/print` looks further than CI does.
const numRuns = Number(process.env["PRINT_RUNS"] ?? 100);
const seed = Number(process.env["PRINT_SEED"] ?? 1);

const kinds = [
  "import",
  "export",
  "exportAll",
  "interface",
  "typeAlias",
  "constant",
  "function",
  "class",
  "enum",
] as const;

describe("prettier leaves any printed statement as it is", () => {
  test.each(kinds)("%s", { timeout: 120_000 + 100 * numRuns }, async (kind) => {
    const ofKind = statement.filter((value) => value.kind === kind);
    await fc.assert(
      fc.asyncProperty(ofKind, async (value) => {
        await expectClean([value]);
      }),
      { numRuns, seed },
    );
  });

  test("a file of several", { timeout: 120_000 + 100 * numRuns }, async () => {
    const file = fc.array(statement, { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(file, async (statements) => {
        await expectClean(statements);
      }),
      { numRuns: Math.ceil(numRuns / 3), seed },
    );
  });
});

async function expectClean(statements: readonly Statement[]): Promise<void> {
  const printed = printFile(statements, { banner: "// Generated." });
  expect(await format(printed, { parser: "typescript" })).toBe(printed);
}
