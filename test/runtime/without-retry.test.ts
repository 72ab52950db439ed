import { expect, test } from "vitest";
import { generate } from "../../generator/index.ts";
import { readJson } from "../../generator/load/json/json-source.ts";
import { loadTemplates } from "../../generator/load/templates.ts";

const document = {
  openapi: "3.1.0",
  info: { title: "Pets", version: "1" },
  servers: [{ url: "https://pets.example" }],
  components: { securitySchemes: { Key: { type: "http", scheme: "bearer" } } },
  paths: { "/pets": { get: { operationId: "listPets", responses: { 204: {} } } } },
};
const templates = loadTemplates();

function filesWith(retry: boolean): ReadonlyMap<string, string> {
  const entry = readJson({ name: "a.json", url: "file:///a.json", text: JSON.stringify(document) });
  const documents = { entry, sources: new Map([[entry.url, entry]]), missing: new Map() };
  const { files } = generate(documents, { templates, retry });
  return new Map(files.map(({ path, text }) => [path, text]));
}

test("`retry: false` names neither the module nor its option", () => {
  const client = filesWith(false).get("client.ts")!;
  expect(client).toContain('interface ClientOptions extends Omit<RuntimeOptions, "retry"> {');
  expect(client).not.toContain("runtime/retry");
  const operations = filesWith(false).get("operations/pets.ts")!;
  expect(operations).toContain('options?: Omit<CallOptions, "retries">,');
});

test("otherwise the client retries", () => {
  expect(filesWith(true).get("client.ts")).toContain("retrying: retry,");
});
