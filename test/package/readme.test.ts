import { expect, test } from "vitest";

import { readmeText } from "../../generator/emit/readme.ts";
import { layoutApi } from "../../generator/layout/layout.ts";
import { lowerValue } from "../properties/document.ts";

const bearer = { type: "http", scheme: "bearer" };
const basic = { type: "http", scheme: "basic" };
const kerberos = { type: "http", scheme: "negotiate" };

/** What a README hands to `createClient`, for an API with one operation. */
function optionsOf(securitySchemes: object, security: readonly object[], url?: string): string {
  const readme = readmeOf("Pets", {
    ...(url === undefined ? {} : { servers: [{ url }] }),
    paths: { "/pets": { get: { operationId: "listPets", security, responses: {} } } },
    components: { securitySchemes },
  });
  return /createClient\((.*)\);/.exec(readme)?.[1] ?? "no example";
}

function readmeOf(title: string, document: object): string {
  const api = lowerValue({ openapi: "3.1.1", info: { title, version: "1" }, ...document });
  const described = { name: "pets", version: "1.0.0", license: undefined, repository: undefined };
  return readmeText(api, layoutApi(api), described);
}

test.each([
  ["WorkOS", "WorkOS"],
  ["GitHub v3 REST API", "the GitHub v3 REST API"],
  ["The Plaid API", "The Plaid API"],
])("the README of %s is for %s", (title, subject) => {
  expect(readmeOf(title, { paths: {} })).toContain(`TypeScript SDK for ${subject}, generated`);
});

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
