import { expect, test } from "vitest";
import { Diagnostics } from "../../generator/diagnostics.ts";
import { lowerApi } from "../../generator/lower/api.ts";
import type { Pagination } from "../../generator/model.ts";
import type { PaginationConfig } from "../../generator/options.ts";
import { openSpec } from "../../generator/spec/spec.ts";
import { documentsOf } from "../properties/document.ts";

const string = { type: "string" };
const list = { type: "array", items: { type: "number" } };
const schema = {
  type: "object",
  properties: {
    "found.items": list,
    data: { type: "object", properties: { items: list, "next.page": string } },
  },
};
const document = {
  openapi: "3.1.1",
  info: { title: "Lists", version: "1" },
  paths: {
    "/things": {
      post: {
        operationId: "listThings",
        responses: { 200: { description: "", content: { "application/json": { schema } } } },
      },
    },
  },
};

/** How the configuration has the list of the document read on. */
function pagesOf(config: false | PaginationConfig): Pagination | undefined {
  const diagnostics = new Diagnostics();
  const spec = openSpec(documentsOf(document), "3.1", diagnostics);
  const facts = { pagination: { listThings: config } };
  const { api } = lowerApi(spec, { openEnums: true, facts }, diagnostics);
  return api.operations[0]?.pagination;
}

test("names with dots between them are a way into the answer", () => {
  const pages = pagesOf({ by: "cursor", parameter: "after", items: "data.items", more: "data.m" });
  expect(pages).toMatchObject({
    kind: "cursor",
    parameter: "after",
    items: ["data", "items"],
    more: ["data", "m"],
    item: { kind: "number" },
  });
});

test("a list of names is one too, whatever is in a name", () => {
  const pages = pagesOf({ by: "link", items: ["found.items"], next: ["data", "next.page"] });
  expect(pages).toMatchObject({
    items: ["found.items"],
    next: ["data", "next.page"],
    item: { kind: "number" },
  });
});

test("an empty list is as if it were left out", () => {
  expect(pagesOf({ by: "link", items: [], next: [], more: [] })).toMatchObject({
    items: [],
    next: undefined,
    more: undefined,
  });
});

test("an operation that is said to be no list is none", () => {
  expect(pagesOf(false)).toBeUndefined();
});
