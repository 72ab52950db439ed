import type { Fetch } from "./client.js";
import type { OutgoingRequest } from "./operation.js";

/**
 * Follows redirects, but for what may leave the origin: `fetch` itself drops only
 * `Authorization`, and that not everywhere. Here only `accept` goes to another
 * origin, and only without a body. As in `fetch`, 303 turns a request into a GET,
 * 301 and 302 do that to a POST (Fetch standard, "HTTP-redirect fetch").
 *
 * A redirect that is not followed, after twenty for example, is the answer.
 */
export async function follow(
  fetch: Fetch,
  sent: OutgoingRequest,
  response: Response,
  hops = 20,
): Promise<Response> {
  const { status, headers } = response;
  const location = headers.get("location");
  if (!location || !hops || !/30[12378]/.test(`${status}`)) return response;
  let next = { ...sent, url: resolve(location, sent.url).href };
  if (status === 303 || (status < 303 && sent.method === "POST")) {
    const { body: _, duplex: __, ...rest } = next;
    next = { ...rest, method: "GET" };
  }
  if (originOf(next.url) !== originOf(sent.url)) {
    if (next.body) return response;
    next.headers = { accept: sent.headers["accept"]! };
  }
  return follow(fetch, next, await fetch(next.url, next), hops - 1);
}

/** The URL; a relative one as seen from `base`, or from the page in a browser. */
export function resolve(url: string, base?: string): URL {
  const { location } = globalThis as { location?: { href: string } };
  return new URL(url, (base && resolve(base)) || location?.href);
}

export function originOf(url: string): string {
  return resolve(url).origin;
}
