import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** What the server answers to one request. */
export interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  readonly authorization: string | undefined;
}

export interface DeckServer extends AsyncDisposable {
  readonly url: string;
  readonly arrived: readonly Arrived[];
}

/** A Deck API on this machine whose answers a test decides, request by request. */
export async function serveDeck(answer: (request: Arrived) => Answer): Promise<DeckServer> {
  const arrived: Arrived[] = [];
  const server = createServer((request, response) => {
    const seen = describe(request);
    arrived.push(seen);
    const { status, type = "application/json", body, headers } = answer(seen);
    const text = typeof body === "string" ? body : JSON.stringify(body);
    response.writeHead(status, {
      ...(body === undefined ? {} : { "content-type": type }),
      ...headers,
    });
    response.end(text);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v2`,
    arrived,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function describe({ method = "", url = "", headers }: IncomingMessage): Arrived {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  return { method, path: pathname, query: [...searchParams], authorization: headers.authorization };
}

export function event(id: string, type = "task_run.completed"): unknown {
  return {
    id,
    object: "event",
    type,
    data: { id: "trun_1", object: "task_run" },
    created_at: "2026-01-01T00:00:00Z",
  };
}
