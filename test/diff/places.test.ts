import { describe, expect, test } from "vitest";
import { diffDocuments } from "../../generator/diff/wire.ts";
import { documentsOf } from "../properties/document.ts";

describe("`null` beside a reference", () => {
  const user = { $ref: "#/components/schemas/User" };
  const plain = answerOf({ owner: user, parent: user });

  test.each([
    ["anyOf", { anyOf: [user, { type: "null" }] }, "/anyOf"],
    ["oneOf", { oneOf: [{ type: "null" }, user] }, "/oneOf"],
    ["another component", { $ref: "#/components/schemas/Maybe" }, undefined],
  ])("is a change of the place that it stands at: %s", (_, schema, keyword) => {
    const maybe = answerOf({ owner: schema, parent: user });
    const place = "/components/schemas/User/properties/owner";
    const said = keyword === undefined ? "/components/schemas/Maybe/anyOf" : place + keyword;
    const own = keyword === undefined ? "/components/schemas/User/type" : place;
    expect(changes(plain, maybe)).toEqual([`User: \`owner\` may now be null (${own} -> ${said})`]);
    expect(changes(maybe, plain)).toEqual([
      `User: \`owner\` can no longer be null (${said} -> ${own})`,
    ]);
  });

  test("is one of the component where the component says it", () => {
    const nullable = answerOf({ owner: user, parent: user }, ["object", "null"]);
    const place = "/components/schemas/User/type";
    expect(changes(plain, nullable)).toEqual([`User: it may now be null (${place} -> ${place})`]);
  });

  function answerOf(properties: object, type: unknown = "object"): object {
    const maybe = { anyOf: [user, { type: "null" }] };
    return documentOf([], user, { User: { type, properties }, Maybe: maybe });
  }
});

describe("`explode` of a parameter", () => {
  const parameter = (schema: object, explode: boolean): object =>
    documentOf([{ name: "sort", in: "query", explode, schema }], {}, {});

  test.each([
    ["one value", { type: "integer" }],
    ["one value of several types", { oneOf: [{ type: "integer" }, { type: "string" }] }],
  ])("is nothing to %s, which is written the same", (_, schema) => {
    expect(changes(parameter(schema, true), parameter(schema, false))).toEqual([]);
  });

  test("is nothing to who sent one value, where lists are taken now", () => {
    const list = { type: "array", items: { type: "integer" } };
    const place = "/paths/~1users/get/parameters/0";
    expect(changes(parameter({ type: "integer" }, true), parameter(list, false))).toEqual([
      `getUsers: parameter \`sort\` now takes several values (${place} -> ${place})`,
    ]);
  });
});

describe("a property that is only listed as required", () => {
  const answer = (schema: object): object =>
    documentOf([], { $ref: "#/components/schemas/User" }, { User: { type: "object", ...schema } });
  const place = "/components/schemas/User";

  test("is there, and is one that is gone later", () => {
    const [old, newer] = [answer({}), answer({ required: ["id"] })];
    expect(changes(old, newer)).toEqual([`User: \`id\` is new (${place} -> ${place}/required/0)`]);
    expect(changes(newer, old)).toEqual([`User: \`id\` is gone (${place}/required/0 -> ${place})`]);
  });

  test("is what the schema of other properties says", () => {
    const others = { additionalProperties: { type: "string" }, required: ["id"] };
    const described = { ...others, properties: { id: { type: "string" } } };
    expect(changes(answer(others), answer(described))).toEqual([]);
  });
});

test("bytes in the words of OpenAPI 3.0 and 3.1 are the same", () => {
  const file = (openapi: string, media: object): object => {
    const responses = { 200: { description: "File.", content: { "application/pdf": media } } };
    const paths = { "/file": { get: { operationId: "getFile", responses } } };
    return { openapi, info: { title: "Files", version: "1" }, paths };
  };
  const binary = file("3.0.3", { schema: { type: "string", format: "binary" } });
  const mediaType = { schema: { type: "string", contentMediaType: "application/pdf" } };
  expect(changes(binary, file("3.1.0", {}))).toEqual([]);
  expect(changes(file("3.1.0", { schema: {} }), binary)).toEqual([]);
  expect(changes(binary, file("3.1.0", mediaType))).toEqual([]);
});

function documentOf(parameters: readonly object[], schema: object, schemas: object): object {
  const content = { "application/json": { schema } };
  const responses = { 200: { description: "Users.", content } };
  return {
    openapi: "3.1.0",
    info: { title: "Users", version: "1" },
    paths: { "/users": { get: { operationId: "getUsers", parameters, responses } } },
    components: { schemas },
  };
}

function changes(old: object, newer: object): readonly string[] {
  return diffDocuments(documentsOf(old), documentsOf(newer)).map(
    ({ subject, text, old: was, new: is }) =>
      `${subject}: ${text} (${was.pointer} -> ${is.pointer})`,
  );
}
