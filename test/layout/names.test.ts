import { expect, test } from "vitest";

import { fileName } from "../../generator/layout/file-name.ts";
import { memberNameOf } from "../../generator/names.ts";
import { lowerValue } from "../properties/document.ts";

test.each([
  ["ListTasks", "listTasks", "list-tasks"],
  ["HTTPGet", "httpGet", "http-get"],
  ["APIs", "apis", "apis"],
  ["APIsList", "apisList", "apis-list"],
  ["ScaleSetVMs", "scaleSetVMs", "scale-set-vms"],
  ["OSStatus", "osStatus", "os-status"],
  ["AsIs", "asIs", "as-is"],
])("capitals are one word, in the plural too: %s", (name, member, file) => {
  expect([memberNameOf(name), fileName(name)]).toEqual([member, file]);
});

test("what tells operations of one path apart makes no group of its own", () => {
  const operation = (operationId: string) => ({ post: { operationId, responses: {} } });
  const { resources } = lowerValue({
    openapi: "3.1.1",
    info: { title: "Actions", version: "1" },
    paths: {
      "/#Target=Store_2016.AddDisk": operation("AddDisk"),
      "/#Target=Store_2016.DropDisk": operation("DropDisk"),
      "/v1/disks?action=list": operation("ListDisks"),
    },
  });
  expect(resources.map(({ name, operations }) => [name, operations.length])).toEqual([
    ["root", 2],
    ["disks", 1],
  ]);
});

test.each([
  ["/v2/droplets", "properties/image", "DropletsImage"],
  ["/v2/droplets/{id}", "properties/droplets/items", "Droplets"],
  ["/droplets/{id}/kernels", "properties/links/properties/pages", "DropletsKernelsLinksPages"],
  ["/{region}", "items", "Region"],
  ["/", "properties/meta", "Meta"],
])("what is referred to in the path %s at %s is called %s", (path, place, name) => {
  const schema = {
    type: "object",
    properties: {
      image: { type: "object" },
      meta: { type: "object" },
      droplets: { type: "array", items: { type: "object" } },
      links: { type: "object", properties: { pages: { type: "object" } } },
    },
    items: { type: "object" },
  };
  const pointer = `#/paths/${path.replaceAll("/", "~1")}/get/responses/200/content/application~1json/schema/${place}`;
  const answers = (inside: object) => ({
    responses: { 200: { description: "", content: { "application/json": { schema: inside } } } },
  });
  const { declarations } = lowerValue({
    openapi: "3.1.1",
    info: { title: "Bundled", version: "1" },
    paths: { [path]: { get: answers(schema) }, "/copy": { get: answers({ $ref: pointer }) } },
  });
  expect(declarations.map((one) => one.name)).toEqual([name]);
});
