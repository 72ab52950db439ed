import {
  type Authorize,
  authorize,
  type BasicCredential,
  type Credential,
} from "./auth.js";
import { setHeader } from "./headers.js";
import type { Security } from "./operation.js";
import { keepAtHome } from "./redirect.js";
import { addCookie } from "./write.js";

/** HTTP basic authentication (RFC 7617), in UTF-8. */
export function basic(
  credential: BasicCredential | undefined,
): Authorize | undefined {
  return authorize(credential, (request, { username, password }) => {
    const bytes = new TextEncoder().encode(`${username}:${password}`);
    const encoded = btoa(String.fromCharCode(...bytes));
    setHeader(request, "authorization", `Basic ${encoded}`);
  });
}

/** An API key in a header. */
export function apiKeyHeader(
  name: string,
  credential: Credential | undefined,
): Authorize | undefined {
  return authorize(credential, (request, key) => {
    setHeader(request, name, key);
    keepAtHome(request);
  });
}

/** An API key in the query. */
export function apiKeyQuery(
  name: string,
  credential: Credential | undefined,
): Authorize | undefined {
  return authorize(credential, (request, key) => {
    const start = request.url.includes("?") ? "&" : "?";
    const pair = `${encodeURIComponent(name)}=${encodeURIComponent(key)}`;
    request.url += start + pair;
  });
}

/** An API key in a cookie. Browsers do not send it. */
export function apiKeyCookie(
  name: string,
  credential: Credential | undefined,
): Authorize | undefined {
  return authorize(credential, (request, key) => {
    addCookie(request, `${name}=${encodeURIComponent(key)}`);
    keepAtHome(request);
  });
}

/**
 * Chooses among several schemes: of the alternatives that an operation allows, the
 * first for which all credentials were given; none when there is no such.
 */
export function anyOf(
  schemes: Readonly<Record<string, Authorize | undefined>>,
  usual: Security,
): Authorize {
  const given = new Map(Object.entries(schemes).filter(([, it]) => it));
  return (request) => {
    const { security = usual } = request.operation;
    const chosen = security.find((it) => it.every((name) => given.has(name)));
    const waits = (chosen ?? []).map((name) => given.get(name)?.(request));
    return waits.some(Boolean) ? Promise.all(waits).then(() => {}) : undefined;
  };
}
