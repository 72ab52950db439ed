import { isIP } from "node:net";
import type { NetworkPolicy } from "./policy.ts";

/** Which addresses the host of a URL may have; undefined where the URL may not be fetched at all. */
export type Permission = "any address" | "public addresses" | undefined;

/**
 * What the policy says about a URL. Whoever names an origin with an address in digits, or this computer, means that
 * address; any other name has to lead to a public one, unless the origin is allowed word for word.
 */
export function permissionFor({ named, allow }: NetworkPolicy, url: URL): Permission {
  if (url.protocol !== "http:" && url.protocol !== "https:") return undefined;
  const origins = originsOf(url);
  if (origins.some((origin) => allow.includes(origin))) return "any address";
  if (origins.some((origin) => named.includes(origin)))
    return isPlain(url.hostname) ? "any address" : "public addresses";
  return allow.some((pattern) => matches(pattern, url)) ? "public addresses" : undefined;
}

/** Whoever trusts `http://example.com` trusts `https://example.com` as well; never the other way round. */
function originsOf(url: URL): readonly string[] {
  const isUpgrade = url.protocol === "https:" && url.port === "";
  return isUpgrade ? [url.origin, `http://${url.host}`] : [url.origin];
}

/** `127.0.0.1`, `[::1]`, `localhost` (RFC 6761, section 6.3): names that say which address they mean. */
function isPlain(hostname: string): boolean {
  return isIP(bareHost(hostname)) !== 0 || /(?:^|\.)localhost$/.test(hostname);
}

/** A host as look-ups want it: an IPv6 address without its brackets. */
export function bareHost(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, "");
}

/** `*` stands for everything, `https://*.example.com` for the hosts below `example.com` on that port. */
function matches(pattern: string, url: URL): boolean {
  if (pattern === "*") return true;
  const [, scheme, rest] = /^(https?:\/\/)\*(\..+)$/.exec(pattern) ?? [];
  if (scheme === undefined || rest === undefined) return false;
  return url.origin.startsWith(scheme) && url.origin.endsWith(rest);
}
