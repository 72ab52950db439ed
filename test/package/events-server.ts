import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface EventsServer extends AsyncDisposable {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** What arrived: method, path with query, and the Authorization header. */
  readonly requests: readonly string[];
}

const pages: readonly (readonly string[])[] = [["evt_1", "evt_2"], ["evt_3"], ["evt_4", "evt_5"]];

/** A server on this machine that has three pages of events for the key `sk_live_good`, and 401 for any other. */
export async function serveEvents(): Promise<EventsServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  if (request.headers.authorization !== "Bearer sk_live_good") {
    response.writeHead(401).end();
    return;
  }
  const { searchParams } = new URL(request.url ?? "/", "http://localhost");
  const page = Number(searchParams.get("cursor") ?? 0);
  response.writeHead(200, { "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(pageOfEvents(page)));
}

function pageOfEvents(page: number): unknown {
  const more = page < pages.length - 1;
  return {
    data: (pages[page] ?? []).map((id) => ({
      id,
      object: "event",
      type: "task_run.completed",
      data: { id: "trun_1", object: "task_run" },
      created_at: "2026-01-01T00:00:00Z",
    })),
    has_more: more,
    next_cursor: more ? `${page + 1}` : null,
    request_id: "req_1",
  };
}
