import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What is at a path: a text, or anything that answers. */
export type Content = string | Buffer | Answer;
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A site on this computer. Texts have an entity tag and honour `If-None-Match`. */
export interface Site extends AsyncDisposable {
  readonly origin: string;
  /** May be changed between two pulls. */
  readonly contents: Map<string, Content>;
  /** `200 /llms.txt`, in the order in which the answers were sent; emptied by whoever reads it. */
  readonly log: string[];
}

export async function serveSite(contents: Readonly<Record<string, Content>>): Promise<Site> {
  const all = new Map(Object.entries(contents));
  const log: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    response.on("finish", () => log.push(`${response.statusCode} ${path}`));
    const content = all.get(path);
    if (content === undefined) response.writeHead(404).end("Not found");
    else if (typeof content === "function") content(request, response);
    else sendText(request, response, content);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    contents: all,
    log,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A text with its entity tag; 304 for whoever has it. */
export function sendText(
  request: IncomingMessage,
  response: ServerResponse,
  content: string | Buffer,
): void {
  const etag = `"${createHash("sha256").update(content).digest("hex").slice(0, 12)}"`;
  response.setHeader("etag", etag);
  if (request.headers["if-none-match"] === etag) response.writeHead(304).end();
  else response.end(content);
}

/** What stands in front of every page of such a site. */
export function withIndexNote(origin: string, page: string): string {
  return `> ## Documentation Index\n> Fetch the complete documentation index at: ${origin}/llms.txt\n> Use this file to discover all available pages before exploring further.\n\n${page}`;
}

/** A docs page of one operation, as hosts of documentation show it. */
export function operationPage(path: string, method: string, operationId: string): string {
  return `# ${operationId}

> What ${operationId} does.



## OpenAPI

\`\`\`\`yaml /api-reference/v2.json ${method} ${path}
openapi: 3.1.1
info:
  title: Shop API
  version: 2.0.0
servers:
  - url: https://api.example.com/v2
paths:
  ${path}:
    ${method}:
      operationId: ${operationId}
      responses:
        '200':
          description: OK
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Thing'
components:
  schemas:
    Thing:
      type: object
      properties:
        id:
          type: string

\`\`\`\`
`;
}
