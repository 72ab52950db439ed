import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Names } from "../../generator/index.ts";
import { generate } from "../../generator/index.ts";
import { readJson } from "../../generator/load/json/json-source.ts";
import { printLock } from "../../generator/lock/print-lock.ts";
import { readLock } from "../../generator/lock/read-lock.ts";
import { loadTemplates } from "../../generator/load/templates.ts";

/** Names that collide with each other, with the runtime and with what operations bring along. */
const schemaNames = [
  "Pet",
  "pet",
  "pet-item",
  "pet.item",
  "PetItem",
  "ListPetsResult",
  "ListPetsParams",
  "ApiError",
  "PetsResource",
  "type",
];
const operationIds = [
  "listPets",
  "list-pets",
  "ListPets",
  "list",
  "deletePet",
  "new",
  "createClient",
  undefined,
];
const paths = ["/pets", "/pets/{id}", "/cats", "/pet-s"];

interface Shape {
  readonly title: string;
  readonly schemas: readonly string[];
  readonly operations: readonly (readonly [path: string, id: string | undefined, tag: string])[];
}

const shape: fc.Arbitrary<Shape> = fc.record({
  title: fc.constantFrom("Pets API", "Cats API"),
  schemas: fc.uniqueArray(fc.constantFrom(...schemaNames)),
  operations: fc.uniqueArray(
    fc.tuple(
      fc.constantFrom(...paths),
      fc.constantFrom(...operationIds),
      fc.constantFrom("Pets", "pet", "Cats"),
    ),
    { selector: ([path]) => path },
  ),
});

const templates = loadTemplates();

function namesOf({ title, schemas, operations }: Shape, locked?: Names): Names {
  const value = {
    openapi: "3.1.0",
    info: { title, version: "1" },
    paths: Object.fromEntries(
      operations.map(([path, operationId, tag]) => [
        path,
        {
          get: {
            operationId,
            tags: [tag],
            parameters: [{ name: "q", in: "query", schema: { type: "string" } }],
            responses: {
              "200": {
                description: "",
                content: {
                  "application/json": {
                    schema: { type: "object", properties: { a: { type: "string" } } },
                  },
                },
              },
            },
          },
        },
      ]),
    ),
    components: {
      schemas: Object.fromEntries(
        schemas.map((name) => [
          name,
          { type: "object", properties: { id: { type: "string", readOnly: true }, a: {} } },
        ]),
      ),
    },
  };
  const entry = readJson({ name: "a.json", url: "file:///a.json", text: JSON.stringify(value) });
  const documents = { entry, sources: new Map([[entry.url, entry]]), missing: new Map() };
  return generate(documents, { templates, facade: true, locked }).names;
}

function flat(names: Names): ReadonlyMap<string, string> {
  return new Map(
    [...names].flatMap(([role, members]) =>
      [...members].map(([key, name]) => [`${role} ${key}`, name] as const),
    ),
  );
}

describe("with the names of the last run", () => {
  test("whatever is still there after any edit of the document is called as before", () => {
    fc.assert(
      fc.property(shape, shape, (before, after) => {
        const locked = namesOf(before);
        const names = flat(namesOf(after, locked));
        const kept = [...flat(locked)].filter(([key]) => names.has(key));
        expect(Object.fromEntries(kept.map(([key]) => [key, names.get(key)]))).toEqual(
          Object.fromEntries(kept),
        );
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  test("the same document gives the same names, whatever came before", () => {
    fc.assert(
      fc.property(shape, shape, (before, after) => {
        const names = namesOf(after, namesOf(before));
        expect(flat(namesOf(after, names))).toEqual(flat(names));
      }),
      { numRuns: 40, seed: 8 },
    );
  });

  test("no two exports have one name", () => {
    fc.assert(
      fc.property(shape, shape, (before, after) => {
        const names = [...namesOf(after, namesOf(before))]
          .filter(([role]) => role !== "methods" && role !== "resources")
          .flatMap(([, members]) => [...members.values()]);
        expect(new Set(names).size).toBe(names.length);
      }),
      { numRuns: 40, seed: 9 },
    );
  });

  test("a lock of them can be read again", () => {
    fc.assert(
      fc.property(shape, (any) => {
        const names = namesOf(any);
        const lock = { generator: "", config: "", inputs: new Map(), names, more: new Map() };
        const text = printLock(lock);
        const read = readLock(readJson({ name: "l", url: "file:///l", text }));
        expect(flat(read.names)).toEqual(flat(names));
      }),
      { numRuns: 40, seed: 10 },
    );
  });

  test("a name is free again when what had it is gone", () => {
    const before: Shape = { title: "Pets API", schemas: ["pet-item"], operations: [] };
    const locked = namesOf(before);
    expect(flat(locked).get("types #/components/schemas/pet-item")).toBe("PetItem");
    const names = namesOf({ ...before, schemas: ["PetItem"] }, locked);
    expect(flat(names)).toEqual(new Map([["types #/components/schemas/PetItem", "PetItem"]]));
    const both = namesOf({ ...before, schemas: ["PetItem", "pet-item"] }, locked);
    expect(flat(both).get("types #/components/schemas/pet-item")).toBe("PetItem");
  });
});
