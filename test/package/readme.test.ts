import { expect, test } from "vitest";

import { readmeText } from "../../generator/emit/readme.ts";
import { layoutApi } from "../../generator/layout/layout.ts";
import { lowerValue } from "../properties/document.ts";

const bearer = { type: "http", scheme: "bearer" };
const basic = { type: "http", scheme: "basic" };
const kerberos = { type: "http", scheme: "negotiate" };

/** What a README hands to `createClient`, for an API with one operation. */
function optionsOf(securitySchemes: object, security: readonly object[], url?: string): string {
  const api = lowerValue({
    openapi: "3.1.1",
    info: { title: "Pets", version: "1" },
    ...(url === undefined ? {} : { servers: [{ url }] }),
    paths: { "/pets": { get: { operationId: "listPets", security, responses: {} } } },
    components: { securitySchemes },
  });
  const described = { name: "pets", version: "1.0.0", license: undefined, repository: undefined };
  const readme = readmeText(api, layoutApi(api), described);
  return /createClient\((.*)\);/.exec(readme)?.[1] ?? "no example";
}

test.each([
  ["no credential", {}, [], ""],
  ["one scheme", { token: bearer }, [{ token: [] }], "{ auth: process.env.API_KEY }"],
  [
    "a password",
    { login: basic },
    [{ login: [] }],
    '{ auth: { username: "ada", password: process.env.API_PASSWORD ?? "" } }',
  ],
  [
    "the scheme of the operation, of several",
    { "api-key": bearer, login: basic, ticket: kerberos },
    [{ ticket: [] }, { "api-key": [] }],
    '{ auth: { "api-key": process.env.API_KEY } }',
  ],
  ["nothing, of several", { token: bearer, login: basic }, [], ""],
  ["nothing that the client can give", { ticket: kerberos }, [{ ticket: [] }], ""],
])("the README's client has %s", (_, schemes, security, options) => {
  expect(optionsOf(schemes, security, "https://api.example.com")).toBe(options);
});

test("the README's client has the address that the document does not say", () => {
  expect(optionsOf({}, [])).toBe('{ baseUrl: "https://api.example.com" }');
  expect(optionsOf({ token: bearer }, [{ token: [] }], "/v1")).toBe(
    '{ baseUrl: "https://api.example.com", auth: process.env.API_KEY }',
  );
});
