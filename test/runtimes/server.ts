import type { ServerResponse } from "node:http";
import { json, type Received, startServer, type TestServer } from "../runtime/server.ts";

/** The server that every runtime talks to: each first path segment is a way to behave. */
export function startSuiteServer(
  files: ReadonlyMap<string, string>,
  onReport: (report: string) => void = () => {},
): Promise<TestServer> {
  const keys = new Map<string, (string | undefined)[]>();
  return startServer((request, response) => {
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-allow-headers", "*, authorization");
    response.setHeader("access-control-allow-methods", "*");
    response.setHeader("access-control-expose-headers", "*");
    const file = files.get(request.target);
    if (request.method === "OPTIONS") return response.end();
    if (request.target === "/report") {
      onReport(request.body);
      return response.end();
    }
    if (file !== undefined) {
      const type = request.target.endsWith(".js") ? "text/javascript" : "text/html";
      return response.writeHead(200, { "content-type": type }).end(file);
    }
    const [, behaviour = "", argument = ""] = request.target.split("/");
    return behave(behaviour, decodeURIComponent(argument), request, response, keys);
  });
}

function behave(
  behaviour: string,
  argument: string,
  request: Received,
  response: ServerResponse,
  keys: Map<string, (string | undefined)[]>,
): unknown {
  const { target, headers, body } = request;
  switch (behaviour) {
    case "echo":
      return json(response, 200, { target, headers, body });
    case "pages": {
      const page = Number(new URL(target, "http://x").searchParams.get("cursor") ?? 1);
      return json(response, 200, {
        data: [{ id: `${page}` }],
        has_more: page < 3,
        next_cursor: `${page + 1}`,
      });
    }
    case "missing":
      return json(response, 404, { code: "none" }, { "x-request-id": "req_1" });
    case "flaky": {
      const seen = keys.get(target) ?? [];
      keys.set(target, [...seen, headers["idempotency-key"]?.toString()]);
      return json(response, seen.length === 0 ? 503 : 201, { keys: keys.get(target) });
    }
    case "reset":
      return response.destroy();
    case "cut":
      response.writeHead(200, { "content-length": "1000" }).write("{");
      return setTimeout(() => response.destroy(), 20);
    case "silence":
      return undefined;
    case "away":
      return response.writeHead(307, { location: `${argument}/echo/there` }).end();
    case "link":
      return json(response, 200, {
        items: [headers.authorization ? `with ${headers.authorization.slice(7)}` : "without"],
        links: argument ? { next: `${argument}/link/` } : {},
      });
    case "stream":
      return target.endsWith("/watch") ? streamEvents(request, response) : streamLines(response);
    default:
      return response.writeHead(404).end();
  }
}

function streamEvents({ headers }: Received, response: ServerResponse): void {
  const id = Number(headers["last-event-id"] ?? 0) + 1;
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write(`retry: 1\nid: ${id}\ndata: ${id}\n\n`);
  setTimeout(() => (id < 3 ? response.destroy() : response.end()), 30);
}

function streamLines(response: ServerResponse): void {
  let n = 0;
  const timer = setInterval(() => response.write(`{"n":${++n}}\n`), 5);
  response.on("close", () => clearInterval(timer));
}
