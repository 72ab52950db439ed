import fc from "fast-check";
import { expect, test } from "vitest";
import { layoutApi } from "../../generator/layout/layout.ts";
import { lowerValue } from "./document.ts";

/** Names as people write them, alike but for case and punctuation more often than not. */
const schemaName = fc
  .array(fc.constantFrom("foo", "Foo", "bar", "-", "_", ".", " ", "1", "Error", "Client", "ü"), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(""));
const schemaNames = fc.uniqueArray(schemaName, { minLength: 2, maxLength: 12 });

/** The exported name of each schema, and what an operation per schema is called. */
function namesOf(names: readonly string[]): ReadonlyMap<string, string> {
  const paths = names.map(
    (name, index) =>
      [
        `/${encodeURIComponent(name)}/${index >= 0 ? "x" : ""}`,
        { get: { operationId: name, responses: {} } },
      ] as const,
  );
  const document = {
    openapi: "3.1.1",
    info: { title: "Names", version: "1" },
    paths: Object.fromEntries(paths),
    components: { schemas: Object.fromEntries(names.map((name) => [name, { type: "object" }])) },
  };
  const api = lowerValue(document);
  const layout = layoutApi(api);
  const types = api.declarations.map(
    ({ id, name }) => [`type ${name}`, layout.typeName(id, "response")] as const,
  );
  const functions = api.operations.map(
    ({ id, operationId }) => [`function ${operationId}`, layout.operation(id).function] as const,
  );
  return new Map([...types, ...functions].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

test("shuffling a document changes no name", () => {
  fc.assert(
    fc.property(
      schemaNames.chain((names) =>
        fc.tuple(fc.constant(names), fc.shuffledSubarray(names, { minLength: names.length })),
      ),
      ([names, shuffled]) => {
        expect(namesOf(shuffled)).toEqual(namesOf(names));
      },
    ),
    { numRuns: 300, seed: 1 },
  );
});

test("no two things have one name", () => {
  fc.assert(
    fc.property(schemaNames, (names) => {
      const given = [...namesOf(names).values()];
      expect(new Set(given).size).toBe(given.length);
    }),
    { numRuns: 300, seed: 1 },
  );
});

test("adding a schema of an unrelated name renames nothing", () => {
  fc.assert(
    fc.property(schemaNames, (names) => {
      const before = namesOf(names);
      const after = namesOf([...names, "Newcomer"]);
      for (const [what, name] of before) expect(after.get(what)).toBe(name);
    }),
    { numRuns: 200, seed: 1 },
  );
});
