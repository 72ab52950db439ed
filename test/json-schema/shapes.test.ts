import { expect, test } from "vitest";
import { generateValue } from "../properties/document.ts";

/** Keywords with a kind of value that they do not have in OpenAPI, beside what they are put to. */
const wrong: readonly (readonly [keyword: string, value: unknown, base: object])[] = [
  ["properties", ["a"], { type: "object" }],
  ["patternProperties", "^a", { type: "object" }],
  ["dependentRequired", ["a"], { type: "object" }],
  ["dependentSchemas", 1, { type: "object" }],
  ["required", true, { type: "object", properties: { a: { type: "string" } } }],
  ["enum", { a: 1 }, { type: "string" }],
  ["allOf", { type: "string" }, { type: "string" }],
  ["anyOf", { a: 1 }, { type: "string" }],
  ["oneOf", "Pet", { type: "string" }],
  ["prefixItems", { type: "string" }, { type: "array" }],
];

test.each(wrong)(
  "a wrong kind of `%s` is said, and changes nothing else",
  (keyword, value, base) => {
    const without = outcomeOf(base);
    const outcome = outcomeOf({ ...base, [keyword]: value });
    expect(outcome.types).toBe(without.types);
    expect(outcome.codes).toEqual(["invalid-value"]);
  },
);

test("`null` stands for nothing", () => {
  expect(outcomeOf({ type: "object", properties: null }).codes).toEqual([]);
});

test("the parameters of Swagger 2.0 may say `required: true`", () => {
  const parameters = [{ name: "a", in: "query", type: "string", required: true, "x-b": 1 }];
  const get = { parameters, responses: { 200: { description: "OK" } } };
  const info = { title: "A", version: "1" };
  const document = { swagger: "2.0", info, host: "a.example", paths: { "/a": { get } } };
  expect(generateValue(document).diagnostics).toEqual([]);
});

function outcomeOf(schema: object): { readonly types: string; readonly codes: readonly string[] } {
  const { files, diagnostics } = generateValue({
    openapi: "3.1.1",
    info: { title: "Shapes", version: "1" },
    servers: [{ url: "https://api.example.com" }],
    paths: {},
    components: { schemas: { A: schema } },
  });
  const types = files.filter(({ path }) => path.startsWith("types/")).map((file) => file.text);
  return { types: types.join(""), codes: diagnostics.map(({ code }) => code) };
}
