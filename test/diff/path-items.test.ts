import { expect, test } from "vitest";
import { Diagnostics } from "../../generator/diagnostics.ts";
import { openWire } from "../../generator/diff/wire.ts";
import { documentsOf, lowerValue } from "../properties/document.ts";

const document = {
  openapi: "3.1.0",
  info: { title: "Pets", version: "1" },
  paths: {
    "/pets/{id}": {
      $ref: "#/components/pathItems/Pet",
      parameters: [{ name: "limit", in: "query", schema: { type: "integer" } }],
      delete: { responses: { 204: { description: "Gone." } } },
    },
  },
  components: {
    pathItems: {
      Pet: {
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        get: { responses: { 200: { description: "A pet." } } },
      },
    },
  },
};

test("operations beside the `$ref` of a path item are compared, as they are generated", () => {
  const wire = openWire(documentsOf(document), new Diagnostics());
  const compared = [...wire.operations.values()].map(({ method, path, parameters }) =>
    [method, path, ...parameters.map(({ name }) => name)].join(" "),
  );
  const generated = lowerValue(document).operations.map(({ method, path, parameters }) =>
    [method, path, ...parameters.map(({ name }) => name)].join(" "),
  );
  expect(compared).toEqual(["DELETE /pets/{id} id limit", "GET /pets/{id} id limit"]);
  expect(generated).toEqual(compared);
});
