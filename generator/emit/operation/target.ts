import type { Api, Operation, Server } from "../../model.ts";
import { defaultServerUrl, serverUrl, withoutEndingSlash } from "../../server-url.ts";
import { securityValue } from "../security-schemes.ts";
import { member, text } from "../value-nodes.ts";
import type { Described } from "./described.ts";

/** Where the request goes and with which credentials, where that is not the client's default. */
export function describeTarget(api: Api, operation: Operation): readonly Described[] {
  return [describeServer(api, operation.servers[0]), describeSecurity(api, operation.security)];
}

function describeServer(api: Api, server: Server | undefined): Described {
  if (server === undefined) return undefined;
  const usual = defaultServerUrl(api);
  const baseUrl = absolute(serverUrl(server), usual);
  return baseUrl === usual ? undefined : member("baseUrl", text(baseUrl));
}

function describeSecurity(api: Api, requirements: Operation["security"]): Described {
  if (requirements === undefined) return undefined;
  const security = securityValue(api, requirements);
  const isUsual = JSON.stringify(security) === JSON.stringify(securityValue(api, api.security));
  if (isUsual) return undefined;
  return security.elements.length === 0 ? noCredentials : member("security", security);
}

const noCredentials = member("authorize", { kind: "literal", value: null });

/**
 * A relative server counts from the document (OpenAPI 3.1, 4.8.5). Where that was is nobody's business once the SDK is
 * made, so it counts from the API's own server.
 */
function absolute(url: string, base: string): string {
  return URL.canParse(url) || !URL.canParse(base)
    ? url
    : withoutEndingSlash(new URL(url, `${base}/`).href);
}
