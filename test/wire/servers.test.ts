import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadSdk } from "./generated-sdk.ts";

const get = (operationId: string, more: object = {}): unknown => ({
  get: { operationId, responses: { 204: { description: "Done." } }, ...more },
});

const document = {
  openapi: "3.1.1",
  info: { title: "Servers", version: "1" },
  servers: [
    {
      url: "http://127.0.0.1:{port}/{stage}/",
      variables: { port: { default: "1" }, stage: { default: "v1", enum: ["v1", "$&"] } },
    },
  ],
  paths: { "/pets": get("getPets"), "/dogs": get("getDogs", { servers: [{ url: "/other" }] }) },
};

let arrived = "";
const server = createServer(({ url = "" }, response) => {
  arrived = url;
  response.writeHead(204).end();
});

let sdk: Readonly<Record<string, unknown>>;
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  Object.assign(document.servers[0]!.variables.port, { default: String(port) });
  sdk = await loadSdk(document);
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

test.each([
  ["getPets", {}, "/v1/pets"],
  ["getPets", { server: { stage: "$&" } }, "/$&/pets"],
  ["getPets", { server: { stage: undefined } }, "/v1/pets"],
  ["getDogs", {}, "/other/dogs"],
])("%s of a client with %j goes to %s", async (name, options, expected) => {
  const createClient = sdk["createClient"] as (options: object) => unknown;
  await (sdk[name] as (client: unknown) => Promise<unknown>)(createClient(options));
  expect(arrived).toBe(expected);
});
