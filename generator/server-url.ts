import type { Api, Server } from "./model.ts";

/** The client's base URL when nobody gives another: the first server; empty when the document has none. */
export function defaultServerUrl({ servers }: Api): string {
  const [server] = servers;
  return server === undefined ? "" : serverUrl(server);
}

/** The URL with the defaults of its variables (OpenAPI 3.1, 4.8.5), without a slash at the end. */
export function serverUrl({ url, variables }: Server): string {
  const filled = variables.reduce(
    (text, variable) => text.replaceAll(`{${variable.name}}`, () => variable.default),
    url,
  );
  return withoutEndingSlash(filled);
}

/** Paths begin with a slash of their own. */
export function withoutEndingSlash(url: string): string {
  return url.replace(/\/+$/, "");
}

/** False for a relative URL, which counts from the page that a client runs in: only browsers have one. */
export function isAbsolute(server: Server): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(serverUrl(server));
}
