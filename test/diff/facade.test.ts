import { load } from "js-yaml";
import { expect, test } from "vitest";
import { loadTemplates } from "../../generator/load/templates.ts";
import type { PackageFile } from "../../generator/diff/surface/open-packages.ts";
import { diffSurfaces } from "../../generator/diff/surface/surface.ts";
import { generate } from "../../generator/index.ts";
import { documentsOf } from "../properties/document.ts";

const operation = (id: string, kind: string, answer: string): string => `
openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths:
  /pets:
    get:
      tags: [pets]
      operationId: ${id}
      parameters:
        - { name: kind, in: query, ${kind} }
      responses:
        "200":
          description: Pets.
          content: { application/json: { schema: { type: array, items: { type: ${answer} } } } }
`;

test.each([
  [
    "calls a function of the same name is as that is",
    operation("listPets", "required: true, schema: { type: string }", "number"),
    [
      "major listPets: it now gives `Call<number[], ListPetsResult>`, was `Call<string[], ListPetsResult>`",
      "major listPets: it is now `Success<200, number[]> | Failure<UndocumentedStatus, unknown>`, was `Success<200, string[]> | Failure<UndocumentedStatus, unknown>`",
      "major listPets: its `params` are now required",
      "major listPets: parameter `kind` is now required",
    ],
  ],
  [
    "calls another function that takes and gives the same is the same",
    operation("list", "schema: { type: string }", "string"),
    ["major listPets: the function is gone", "minor list: the function is new"],
  ],
  [
    "calls another function is compared by what it takes and gives",
    operation("list", "required: true, schema: { type: number }", "number"),
    [
      "major PetsResource.list: its `params` are now required",
      "major PetsResource.list: it now gives `Call<number[], ListResult>`, was `Call<string[], ListPetsResult>`",
      "major listPets: the function is gone",
      "minor list: the function is new",
    ],
  ],
  [
    "calls another function that takes less breaks who calls it",
    operation("list", "schema: { enum: [cat, dog] }", "string"),
    [
      "major PetsResource.list: its `params` are now `ListParams`, were `ListPetsParams`",
      "major listPets: the function is gone",
      "minor list: the function is new",
    ],
  ],
])("a method that %s", async (_, newer, expected) => {
  const old = operation("listPets", "schema: { type: string }", "string");
  const reasons = await diffSurfaces(sdkOf(old), sdkOf(newer));
  const lines = reasons.map(({ bump, subject, text }) => `${bump} ${subject}: ${text}`);
  expect(lines.toSorted()).toEqual(expected.toSorted());
});

function sdkOf(text: string): readonly PackageFile[] {
  return generate(documentsOf(load(text)), { templates: loadTemplates(), facade: true }).files;
}
