import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadSdk } from "./generated-sdk.ts";
import { cases, type StyleRow, stylesDocument, values } from "./styles.ts";

type Operation = (client: unknown, params: object) => Promise<unknown>;

let sdk: Readonly<Record<string, unknown>>;
let arrived: IncomingMessage | undefined;
const server = createServer((request, response) => {
  arrived = request;
  response.writeHead(204).end();
});

beforeAll(async () => {
  sdk = await loadSdk(stylesDocument());
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

/** The part of a request that a parameter of this place is in, as it was sent. */
function partOf({ url = "", headers }: IncomingMessage, place: StyleRow["in"]): unknown {
  const [path = "", query] = url.split("?");
  switch (place) {
    case "path":
      return path.split("/")[2];
    case "query":
      return query;
    case "header":
      return headers["color"];
    case "cookie":
      return headers.cookie;
  }
}

describe("parameters arrive as the specification's table has them", () => {
  test.each(cases)(
    "$row.in $row.style explode=$row.explode: $value",
    async ({ row, value, expected, operationId }) => {
      const { port } = server.address() as AddressInfo;
      const createClient = sdk["createClient"] as (options: object) => unknown;
      const operation = sdk[operationId] as Operation;
      await operation(createClient({ baseUrl: `http://127.0.0.1:${port}` }), {
        color: values[value],
      });
      expect(arrived && partOf(arrived, row.in)).toBe(expected);
    },
  );
});
