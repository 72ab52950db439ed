import fc from "fast-check";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { fixtureDocuments, generateValue } from "./document.ts";
import { mutate, mutations } from "./mutations.ts";

/** What no document may cause: an exception, a file that does not parse, a file outside its folders. */
describe("a document that was damaged anywhere", () => {
  test.each(fixtureDocuments())("%s still gives whole files or diagnostics", (_name, document) => {
    fc.assert(
      fc.property(mutations, (steps) => {
        const { files } = generateValue(mutate(document, steps));
        for (const { path, text } of files) {
          expect(path).toMatch(/^(?:[a-z0-9-]+\/)*[a-z0-9-]+\.ts$/);
          if (!path.startsWith("runtime/")) expect(syntaxErrors(text)).toEqual([]);
        }
      }),
      { numRuns: 15, seed: 1 },
    );
  });
});

function syntaxErrors(text: string): readonly string[] {
  const options = {
    fileName: "a.ts",
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  };
  const { diagnostics = [] } = ts.transpileModule(text, options);
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}
