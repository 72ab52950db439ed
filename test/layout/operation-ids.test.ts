import { expect, test } from "vitest";
import { namesInCode } from "../../generator/layout/operation-ids.ts";
import type { Operation } from "../../generator/model.ts";

type Given = readonly [method: string, path: string, operationId: string | undefined];

function idsOf(...given: readonly Given[]): readonly (string | undefined)[] {
  const operations = given.map(([method, path, operationId], index) => {
    return { id: `${index}`, method, path, operationId } as Operation;
  });
  return [...namesInCode(operations).values()];
}

test.each<readonly [...Given, string | undefined]>([
  ["GET", "/items/{item_id}", "read_item_items__item_id__get", "read_item"],
  ["POST", "/", "root__post", "root"],
  ["GET", "/pets", "list_pets_get", "list"],
  ["GET", "/pets", "_pets_get", "_pets_get"],
  ["GET", "/pets", "list_pets", "list_pets"],
  ["GET", "/pets", "read_items_items_get", "read_items_items_get"],
  ["GET", "/pets", undefined, undefined],
  ["GET", "/pets", "getPetsUsingGET", "getPets"],
  ["DELETE", "/pets/{id}", "deleteUsingDELETE_2", "delete"],
  ["GET", "/pets", "getPetsUsingPOST", "getPetsUsingPOST"],
  ["POST", "/pets", "UsingPOST", "UsingPOST"],
  ["GET", "/pets", "PetsController_findAll", "Pets_findAll"],
  ["GET", "/pets", "PetsController_findAll_v2", "Pets_findAll_v2"],
  ["GET", "/pets", "Controller_findAll", "Controller_findAll"],
  ["GET", "/pets", "PetsController", "PetsController"],
])("%s %s %s is called %s", (method, path, operationId, name) => {
  expect(idsOf([method, path, operationId])).toEqual([name]);
});

test("ids that would be the same stay as they are", () => {
  const ids = ["read_users_get", "read_items_get"];
  expect(idsOf(["GET", "/users", ids[0]], ["GET", "/items", ids[1]])).toEqual(ids);
});
