import type { IncomingMessage } from "node:http";
import { Refused } from "./refused.ts";

const statuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Where an answer to a request for `from` leads on to; undefined for one that does not. Never from https to http. */
export function redirectTarget(
  { statusCode = 0, headers }: Pick<IncomingMessage, "statusCode" | "headers">,
  from: URL,
): URL | undefined {
  const { location } = headers;
  if (!statuses.has(statusCode) || location === undefined) return undefined;
  if (!URL.canParse(location, from.href)) throw new Refused("it redirects to no address");
  const next = new URL(location, from);
  if (next.protocol !== "http:" && next.protocol !== "https:")
    throw new Refused("it redirects away from the web");
  if (from.protocol === "https:" && next.protocol === "http:")
    throw new Refused("it redirects from https to http");
  // A name and password in the address are for the server that it names.
  const stays = next.origin === from.origin;
  next.username = stays ? from.username : "";
  next.password = stays ? from.password : "";
  return next;
}
