import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { runServer } from "verdaccio";
import { temporaryFolder } from "../harness/folders.ts";

/** A real registry on this machine that knows no other. */
export interface Registry extends AsyncDisposable {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** An `.npmrc` that leads here, with the token of somebody who may publish. */
  readonly npmrc: string;
  readonly token: string;
}

/** Starts verdaccio. Everybody may read; whoever has an account may publish. */
export async function startRegistry(): Promise<Registry> {
  const folder = temporaryFolder();
  const server = await listen(await makeServer(folder.path));
  const url = urlOf(server);
  const token = await signUp(url);
  return {
    url,
    token,
    npmrc: npmrcOf(url, token),
    async [Symbol.asyncDispose]() {
      await close(server);
      folder[Symbol.dispose]();
    },
  };
}

/** What a project's `.npmrc` says about a registry. */
export function npmrcOf(url: string, token?: string): string {
  const host = url.replace(/^http:/, "");
  return `registry=${url}/\n${token === undefined ? "" : `${host}/:_authToken=${token}\n`}`;
}

async function makeServer(folder: string): Promise<Server> {
  const server: unknown = await runServer({
    storage: folder,
    self_path: folder,
    configPath: join(folder, "config.yaml"),
    uplinks: {},
    web: { enable: false },
    auth: { htpasswd: { file: join(folder, "htpasswd"), algorithm: "bcrypt", rounds: 4 } },
    packages: { "**": { access: "$all", publish: "$authenticated" } },
    // Its other name, `log`, is only for files of configuration.
    logs: { type: "file", path: join(folder, "log"), level: "fatal", format: "json" },
    security: {},
  } as unknown as string);
  return server as Server;
}

export async function listen(server: Server): Promise<Server> {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return server;
}

export function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function signUp(url: string): Promise<string> {
  const response = await fetch(`${url}/-/user/org.couchdb.user:tester`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: "tester", password: "only-for-this-test" }),
  });
  const { token } = (await response.json()) as { readonly token: string };
  return token;
}
