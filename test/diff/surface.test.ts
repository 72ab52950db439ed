import { load } from "js-yaml";
import { expect, test } from "vitest";
import { diffSurfaces } from "../../generator/diff/surface/surface.ts";
import type { Reason } from "../../generator/diff/verdict.ts";
import { generateValue } from "../properties/document.ts";

const old = `
openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths:
  /pets:
    get:
      operationId: listPets
      parameters:
        - { name: starting_after, in: query, schema: { type: string } }
        - { name: kind, in: query, schema: { enum: [cat, dog] } }
      responses:
        "200":
          description: Pets.
          content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Pet" } } } }
    post:
      operationId: createPet
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: "#/components/schemas/NewPet" } } }
      responses:
        "200":
          description: The pet.
          content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
  /owners:
    get:
      operationId: findOwner
      responses:
        "200":
          description: The owner.
          content: { application/json: { schema: { $ref: "#/components/schemas/Owner" } } }
components:
  schemas:
    Pet:
      type: object
      required: [id, name, kind, gone]
      properties:
        id: { type: string }
        name: { type: string }
        kind: { enum: [cat, dog] }
        gone: { type: string }
        age: { type: number }
        place: { type: object, properties: { street: { type: string } } }
        owner: { $ref: "#/components/schemas/Owner" }
    NewPet:
      type: object
      properties: { name: { type: string }, kind: { enum: [cat, dog] } }
    Owner: { type: object, properties: { email: { type: string } } }
`;

const edits: readonly (readonly [from: string, to: string])[] = [
  ["{ name: starting_after, in: query", "{ name: cursor, in: query"],
  ["operationId: findOwner", "operationId: getOwner"],
  ["schemas/Owner", "schemas/Person"],
  ["    Owner: {", "    Person: {"],
  ["required: [id, name, kind, gone]", "required: [id, kind]"],
  ["        gone: { type: string }\n", "        fresh: { type: string }\n"],
  ["age: { type: number }", "age: { type: string }"],
  ["street: { type: string }", "town: { type: string }"],
  // The response's enumeration may grow without notice; what may be sent grows as well.
  ["kind: { enum: [cat, dog] }", "kind: { enum: [cat, dog, fish] }"],
  [
    "    NewPet:\n      type: object\n",
    "    NewPet:\n      type: object\n      required: [name]\n",
  ],
];

test("types are compared in the direction in which their values travel", async () => {
  const newer = edits.reduce((text, [from, to]) => text.replaceAll(from, to), old);
  expect(await diff(old, newer)).toEqual(
    [
      "major findOwner: the function is gone",
      "major listPets: parameter `starting_after` is gone",
      "minor listPets: parameter `cursor` is new",
      "major NewPet: `name` is now required",
      'minor NewPet: `kind` is now `"cat" | "dog" | "fish"`, was `"cat" | "dog"`',
      "major Owner: the type is gone",
      "major Pet: `gone` is gone",
      "major Pet: `name` may now be missing",
      "minor Pet: `fresh` is new",
      "major Pet: `age` is now `string`, was `number`",
      "major Pet: `place.street` is gone",
      "minor Pet: `place.town` is new",
      "minor Person: the type is new",
      "minor getOwner: the function is new",
    ].toSorted(),
  );
});

test("a package and itself have equal types", async () => {
  expect(await diff(old, old)).toEqual([]);
});

test("words of documentation, of paths and of limits are no types", async () => {
  const newer = old
    .replace("/owners", "/people")
    .replace("description: Pets.", "description: All pets.")
    .replace("age: { type: number }", "age: { type: number, minimum: 3, description: Years. }");
  expect(await diff(old, newer)).toEqual([]);
});

test("of two long types that part is shown in which they differ", async () => {
  const kinds = Array.from({ length: 40 }, (_, index) => `kind${index}`).join(", ");
  const [was, is] = [kinds, kinds.replace("kind30", "other")].map((all) =>
    old.replaceAll("[cat, dog]", `[${all}]`),
  );
  const line = (await diff(was ?? "", is ?? "")).find((one) => one.includes(" NewPet:"));
  expect(line).toBe(
    'major NewPet: `kind` is now `… "kind28" | "kind29" | "other" | "kind31" | "kind32" | "kind33" | "kind34" | "k…`, was `… "kind28" | "kind29" | "kind30" | "kind31" | "kind32" | "kind33" | "kind34" | "…`',
  );
});

async function diff(one: string, other: string): Promise<readonly string[]> {
  const [was, is] = [one, other].map((text) => generateValue(load(text)).files);
  const reasons = await diffSurfaces(was ?? [], is ?? []);
  return reasons.map(lineOf).toSorted();
}

function lineOf({ bump, subject, text }: Reason): string {
  return `${bump} ${subject}: ${text}`;
}
