import { expect, test } from "vitest";
import type { FacadeNames } from "../../generator/layout/facade-names.ts";
import { layoutApi } from "../../generator/layout/layout.ts";
import type { Api } from "../../generator/model.ts";
import { lowerValue } from "../properties/document.ts";

function facadeOf(tag: string, ids: readonly string[]): FacadeNames & { readonly api: Api } {
  const paths = ids.map(
    (operationId, index) =>
      [`/${index}`, { get: { operationId, tags: [tag], responses: {} } }] as const,
  );
  const document = {
    openapi: "3.1.1",
    info: { title: "Methods", version: "1" },
    paths: Object.fromEntries(paths),
  };
  const api = lowerValue(document);
  return { ...layoutApi(api).facade, api };
}

/** How the operations of a tag are called as methods, by their ids. */
function methodsOf(tag: string, ids: readonly string[]): readonly string[] {
  const facade = facadeOf(tag, ids);
  return facade.api.operations.map(({ id }) => facade.resource(tag).method(id));
}

test.each([
  ["events", "listEvents", "list"],
  ["Task Runs", "getTaskRun", "get"],
  ["repos", "repos/list-for-org", "listForOrg"],
  ["repos", "repos/get", "get"],
  ["Cats", "CatsController_findAll", "findAll"],
  ["cats", "CatController.remove", "remove"],
  ["cats", "DogsController_findAll", "dogsFindAll"],
  ["cats", "CatsService_findAll", "findAll"],
  ["files", "deleteFile", "delete"],
  ["files", "files.export", "export"],
  ["search", "search", "search"],
  ["cats", "cats/cats", "cats"],
  ["cats", "cats/client", "catsClient"],
  ["cats", "cats/then", "catsThen"],
  ["pet-controller", "findAll_1", "findAll"],
  ["pet-controller", "findAllUsingGET_1", "findAll"],
  ["pet-controller", "getPet", "get"],
])("in %s, %s is the method %s", (tag, id, method) => {
  expect(methodsOf(tag, [id])).toEqual([method]);
});

test.each([
  ["Task Runs", "taskRuns"],
  ["pet-controller", "pet"],
  ["PetController", "pet"],
  ["controller", "controller"],
  ["default", "default"],
])("the resource of %s is %s", (tag, property) => {
  expect(facadeOf(tag, ["x"]).resource(tag).property).toBe(property);
});

test("methods that would have one name keep their functions'", () => {
  expect(methodsOf("cats", ["find_1", "find_2"])).toEqual(["find1", "find2"]);
  expect(methodsOf("cats", ["listCats", "cats/list"])).toEqual(["listCats", "catsList"]);
});
