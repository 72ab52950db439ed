import { expect, test } from "vitest";
import { layoutApi } from "../../generator/layout/layout.ts";
import { lowerValue } from "../properties/document.ts";

/** The functions of operations without ids, each `GET /path` or with an id behind it, `GET /path id`. */
function functionsOf(...routes: readonly string[]): readonly string[] {
  const paths = routes.map((route) => {
    const [, path = "", operationId] = route.split(" ");
    return [path, { get: { operationId, responses: {} } }] as const;
  });
  const api = lowerValue({
    openapi: "3.1.1",
    info: { title: "Routes", version: "1" },
    paths: Object.fromEntries(paths),
  });
  const layout = layoutApi(api);
  return api.operations.map(({ id }) => layout.operation(id).function);
}

test.each([
  ["GET /users/{id}", "getUsersById"],
  ["GET /api/users", "getUsers"],
  ["GET /api/v1/users", "getUsers"],
  ["GET /rest/api/2/users", "getUsers"],
  ["GET /v1beta1/users", "getUsers"],
  ["GET /V2.1/users/v1", "getUsersV1"],
  ["GET /apis/users", "getApisUsers"],
  ["GET /2/users", "get2Users"],
  ["GET /api/v1", "getV1"],
  ["GET /api", "getApi"],
  ["GET /api/", "getApi"],
  ["GET /v1/{id}", "getById"],
])("%s is %s", (route, name) => {
  expect(functionsOf(route)).toEqual([name]);
});

test("routes that differ in their version only keep it", () => {
  expect(functionsOf("GET /v1/users", "GET /v2/users", "GET /v2/pets")).toEqual([
    "getV1Users",
    "getV2Users",
    "getPets",
  ]);
});

test("an id is before a route", () => {
  expect(functionsOf("GET /v1/users", "GET /people getUsers")).toEqual(["getV1Users", "getUsers"]);
});
