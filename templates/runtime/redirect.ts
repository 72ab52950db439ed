import type { Fetch, OutgoingRequest } from "./operation.js";

/** The requests whose redirects are followed here. */
const kept = new WeakSet();

/**
 * Keeps a request's headers and body from other origins. `fetch` drops only
 * `Authorization` and cookies of its own on the way to another origin, so a request with a key
 * in any other header has its redirects followed by `keepingHome`.
 */
export function keepAtHome(request: OutgoingRequest): void {
  request.redirect = "manual";
  kept.add(request);
}

/** A `fetch` that follows the redirects of requests that are to be kept at home. */
export function keepingHome(send: Fetch | undefined): Fetch {
  return (url, request) => {
    const through = send ?? fetch;
    return kept.has(request)
      ? follow(through, request as OutgoingRequest)
      : through(url, request);
  };
}

/**
 * Follows redirects as `fetch` does (Fetch standard, "HTTP-redirect fetch"): 303
 * turns a request into a GET, 301 and 302 do that to a POST. To another origin goes
 * `accept` alone, and nothing that has a body. A redirect that is not followed, the
 * twenty-first for example, is the answer.
 */
async function follow(
  fetch: Fetch,
  request: OutgoingRequest,
): Promise<Response> {
  let sent = request;
  let response = await fetch(sent.url, sent);
  for (let hops = 0; hops < 20; hops++) {
    const next = redirected(sent, response);
    if (!next) break;
    await response.body?.cancel();
    response = await fetch(next.url, next);
    sent = next;
  }
  return response;
}

function redirected(
  sent: OutgoingRequest,
  { status, type, headers }: Response,
): OutgoingRequest | undefined {
  if (type === "opaqueredirect") {
    throw new TypeError("Redirected, and a browser does not say where to");
  }
  const location = headers.get("location");
  if (!location || ![301, 302, 303, 307, 308].includes(status)) {
    return undefined;
  }
  const from = new URL(sent.url);
  const to = new URL(location, from);
  const next = { ...sent, url: to.href };
  if (status === 303 || (status < 303 && sent.method === "POST")) {
    if (sent.method !== "HEAD") next.method = "GET";
    delete next.body;
    const { "content-type": _, ...headers } = sent.headers;
    next.headers = headers;
  }
  if (to.origin === from.origin)
    return next.duplex && next.body ? undefined : next;
  if (next.body !== undefined) return undefined;
  const { accept = "*/*" } = sent.headers;
  return { ...next, headers: { accept } };
}
