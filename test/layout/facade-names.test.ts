import { expect, test } from "vitest";
import { Diagnostics } from "../../generator/diagnostics.ts";
import { layoutApi } from "../../generator/layout/layout.ts";
import { lowerApi } from "../../generator/lower/api.ts";
import { openSpec } from "../../generator/spec/spec.ts";
import { documentsOf } from "../properties/document.ts";

/** How the operations of a tag are called as methods, by their ids. */
function methodsOf(tag: string, ids: readonly string[]): readonly string[] {
  const paths = ids.map(
    (operationId, index) =>
      [`/${index}`, { get: { operationId, tags: [tag], responses: {} } }] as const,
  );
  const document = {
    openapi: "3.1.1",
    info: { title: "Methods", version: "1" },
    paths: Object.fromEntries(paths),
  };
  const diagnostics = new Diagnostics();
  const spec = openSpec(documentsOf(document), "3.1", diagnostics);
  const { api } = lowerApi(spec, { openEnums: true }, diagnostics);
  const names = layoutApi(api).facade.resource(tag);
  return api.operations.map(({ id }) => names.method(id));
}

test.each([
  ["events", "listEvents", "list"],
  ["Task Runs", "getTaskRun", "get"],
  ["repos", "repos/list-for-org", "listForOrg"],
  ["repos", "repos/get", "get"],
  ["Cats", "CatsController_findAll", "findAll"],
  ["cats", "CatController.remove", "remove"],
  ["cats", "DogsController_findAll", "dogsControllerFindAll"],
  ["files", "deleteFile", "delete"],
  ["files", "files.export", "export"],
  ["search", "search", "search"],
  ["cats", "cats/cats", "cats"],
  ["cats", "cats/client", "catsClient"],
  ["cats", "cats/then", "catsThen"],
])("in %s, %s is the method %s", (tag, id, method) => {
  expect(methodsOf(tag, [id])).toEqual([method]);
});

test("methods that would have one name keep their functions'", () => {
  expect(methodsOf("cats", ["listCats", "cats/list"])).toEqual(["listCats", "catsList"]);
});
