import { expect, test } from "vitest";
import { generateValue } from "../properties/document.ts";

const https = [{ url: "https://api.example.com/v1" }];
const relative = [{ url: "/v1" }];
const variable = (start: string): object => ({
  url: "{start}/v1",
  variables: { start: { default: start } },
});

test.each([
  ["no server", {}, undefined, 1],
  ["no server, but at the operation", {}, https, 0],
  ["a server", { servers: https }, undefined, 0],
  ["a server, and a relative one at the operation", { servers: https }, relative, 0],
  ["a relative server", { servers: relative }, undefined, 1],
  ["a relative server, here and at the operation", { servers: relative }, relative, 1],
  ["a relative server, then a whole one", { servers: [...relative, ...https] }, undefined, 1],
  ["a host in a variable", { servers: [variable("https://api.example.com")] }, undefined, 0],
  ["a host without a scheme", { servers: [{ url: "//api.example.com" }] }, undefined, 0],
  ["a variable without a host", { servers: [variable("api")] }, undefined, 1],
])("%s: notes of a missing host", (_title, root, servers, notes) => {
  const get = { operationId: "getPets", responses: {}, ...(servers && { servers }) };
  const { diagnostics } = generateValue({
    openapi: "3.1.1",
    info: { title: "Pets", version: "1" },
    ...root,
    paths: { "/pets": { get } },
  });
  expect(diagnostics.filter(({ code }) => code === "server-without-host")).toHaveLength(notes);
});

test("a document without operations needs no host", () => {
  const info = { title: "Types", version: "1" };
  expect(generateValue({ openapi: "3.1.1", info, paths: {} }).diagnostics).toEqual([]);
});

test.each([
  ["//api.example.com/v1/", "https://api.example.com/v1"],
  ["//{region}.example.com", "https://{region}.example.com"],
  ["//localhost:8080", "//localhost:8080"],
  ["///v1", "///v1"],
  ["/v1", "/v1"],
])("the server %s is %s", (url, baseUrl) => {
  const info = { title: "Hosts", version: "1" };
  const { files } = generateValue({ openapi: "3.1.1", info, servers: [{ url }], paths: {} });
  const client = files.find(({ path }) => path === "client.ts");
  expect(client?.text).toContain(`baseUrl: ${JSON.stringify(baseUrl)}`);
});
