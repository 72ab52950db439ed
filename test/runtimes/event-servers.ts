/* The servers that a runtime has. */
import type { toFetchHandler, toNodeHandler } from "../../generated/src/webhooks.js";

/** What answers a delivery, in both ways. */
export interface Receivers {
  readonly fetch: ReturnType<typeof toFetchHandler>;
  readonly node: ReturnType<typeof toNodeHandler>;
}

interface Served {
  readonly url: string;
  readonly close: () => unknown;
}

/** The parts of Bun's, Deno's and Node's interfaces in use. */
interface Globals {
  readonly Bun?: {
    serve(options: object): { readonly url: URL; stop(now: boolean): unknown };
  };
  readonly Deno?: {
    serve(
      options: object,
      receive: Receivers["fetch"],
    ): { readonly addr: { readonly port: number }; shutdown(): Promise<void> };
  };
}

interface NodeHttp {
  createServer(handle: Receivers["node"]): {
    listen(port: number, host: string, ready: () => void): void;
    address(): { readonly port: number };
    close(): void;
    closeAllConnections(): void;
  };
}

/** A way to start each of them, by name. */
export async function serversHere(
  receivers: Receivers,
): Promise<Readonly<Record<string, () => Promise<Served>>>> {
  const { Bun, Deno } = globalThis as Globals;
  const http = await nodeHttp();
  const hostname = "127.0.0.1";
  return {
    ...(Bun && {
      "Bun.serve": async () => {
        const server = Bun.serve({ hostname, port: 0, fetch: receivers.fetch });
        return { url: server.url.href, close: () => server.stop(true) };
      },
    }),
    ...(Deno && {
      "Deno.serve": async () => {
        const server = Deno.serve({ hostname, port: 0, onListen: () => {} }, receivers.fetch);
        return {
          url: `http://${hostname}:${server.addr.port}`,
          close: () => server.shutdown(),
        };
      },
    }),
    ...(http && {
      "node:http": async () => {
        const server = http.createServer(receivers.node);
        await new Promise<void>((ready) => {
          server.listen(0, hostname, ready);
        });
        const close = (): void => {
          server.close();
          server.closeAllConnections();
        };
        return { url: `http://${hostname}:${server.address().port}`, close };
      },
    }),
  };
}

/** Undefined in browsers and workers. The name is a value, so that no bundler looks for the module. */
async function nodeHttp(): Promise<NodeHttp | undefined> {
  const name = "node:http";
  return ((await import(name).catch(() => undefined)) as NodeHttp | undefined) ?? undefined;
}
