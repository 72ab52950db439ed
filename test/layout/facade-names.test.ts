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
  ["cats", "cats/toString", "catsToString"],
  ["cats", "catToJSON", "catToJSON"],
  ["pet-controller", "findAll_1", "findAll"],
  ["pet-controller", "findAllUsingGET_1", "findAll"],
  ["pet-controller", "getPet", "get"],
  ["users", "users-get_collection", "getCollection"],
  ["Users", "usersList", "list"],
  ["AppPreOrders", "appPreOrders-delete_instance", "deleteInstance"],
  ["audit-logs", "auditLogsAuditLogRetention", "retention"],
  ["Joining rules", "joining_rules_partial_update", "partialUpdate"],
  ["app-preview-sets", "appPreviewSets_appPreviews_replace", "appPreviewsReplace"],
  ["circuits", "circuits_circuit-terminations_list", "terminationsList"],
  ["extract pages", "extractPagesV1", "extractPagesV1"],
  ["files", "delete", "delete"],
  ["orgs", "orgs/list-repos-for-org", "listReposForOrg"],
  ["orgs", "revokeTokensForOrgAndClient", "revokeTokensForOrgAndClient"],
  ["Task Runs", "getPageOfTaskRuns", "getPageOfTaskRuns"],
  ["events", "getByEventId", "getById"],
  ["storage", "listStorageCSIDrivers", "listCSIDrivers"],
  ["用户", "获取用户", "获取用户"],
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

test("methods that would have one name say more, or keep their functions'", () => {
  expect(methodsOf("cats", ["find_1", "find_2"])).toEqual(["find1", "find2"]);
  expect(methodsOf("cats", ["cats_getCat", "cats_getCats"])).toEqual(["getCat", "getCats"]);
  expect(methodsOf("cats", ["listCats", "cats/list"])).toEqual(["listCats", "list"]);
});

test("long names of methods are whole", () => {
  const id = `createThingsFor${"VeryManyGoodReasons".repeat(4)}`;
  expect(methodsOf("reports", [id])).toEqual([id]);
});
