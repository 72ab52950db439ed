import type { Diagnostics } from "../../diagnostics.ts";
import type { Operation, Server } from "../../model.ts";
import type { Context } from "../context.ts";
import type { Node } from "../../spec/node.ts";
import type { Spec } from "../../spec/spec.ts";
import { isAbsolute } from "../../server-url.ts";
import { templateNames } from "../../spec/parameters.ts";

/** Of nearly every operation. */
const NONE: readonly Server[] = [];

/**
 * `servers` of a document, a path or an operation (OpenAPI 3.1, 4.8.5). Relative URLs stay as written, save for those
 * that name a host. Diagnostic: `server-without-value`.
 */
export function lowerServers(diagnostics: Diagnostics, node: Node): readonly Server[] {
  if (!node.has("servers")) return NONE;
  return (node.get("servers")?.items() ?? []).flatMap((server) => {
    const written = server.string("url");
    if (written === undefined) return [];
    const url = withScheme(written);
    const variables = variablesOf(server);
    reportMissing(diagnostics, server, url, variables);
    return [{ url, description: server.string("description"), variables }];
  });
}

/**
 * `//api.example.com` (RFC 3986, section 4.2) is read with the scheme of the page, which only browsers have, and which is
 * that of the document: https, as in Swagger 2.0 where `schemes` says nothing else. A host of one's own may have no https.
 */
function withScheme(url: string): string {
  return /^\/\/(?!localhost\b|127\.)[^/]/i.test(url) ? `https:${url}` : url;
}

function reportMissing(
  diagnostics: Diagnostics,
  server: Node,
  url: string,
  variables: Server["variables"],
): void {
  const known = new Map(variables.map((variable) => [variable.name, variable.default]));
  for (const name of templateNames(url))
    if ((known.get(name) ?? "") === "")
      diagnostics.report("server-without-value", server, { name, url });
}

function variablesOf(server: Node): Server["variables"] {
  return (server.get("variables")?.members() ?? []).map((variable) => {
    const written = variable.record["default"];
    return {
      name: variable.key,
      default: typeof written === "string" || typeof written === "number" ? String(written) : "",
      values: variable.has("enum") ? variable.strings("enum") : undefined,
      description: variable.string("description"),
    };
  });
}

/**
 * Says where calls go nowhere unless the page that they are made in is of the same host. Diagnostic:
 * `server-without-host`.
 */
export function reportHost(
  { diagnostics, spec: { root } }: Context,
  [server]: readonly Server[],
  operations: readonly Operation[],
): void {
  if (server !== undefined && isAbsolute(server)) return;
  if (operations.every(({ servers: [own] }) => own !== undefined && isAbsolute(own))) return;
  diagnostics.report("server-without-host", root.get("servers") ?? root, {});
}

/** The servers of the whole document; in Swagger 2.0 made of `schemes`, `host` and `basePath`. */
export function lowerRootServers(diagnostics: Diagnostics, spec: Spec): readonly Server[] {
  if (spec.version !== "2.0") return lowerServers(diagnostics, spec.root);
  const host = spec.root.string("host");
  const path = spec.root.string("basePath") ?? "";
  const base = path === "/" ? "" : path;
  if (host === undefined)
    return base === "" ? [] : [{ url: base, description: undefined, variables: [] }];
  const schemes = spec.root
    .strings("schemes")
    .filter((scheme) => scheme === "https" || scheme === "http");
  const ordered = schemes.includes("https")
    ? ["https", ...schemes.filter((scheme) => scheme !== "https")]
    : schemes;
  return (ordered.length > 0 ? ordered : ["https"]).map((scheme) => ({
    url: `${scheme}://${host}${base}`,
    description: undefined,
    variables: [],
  }));
}
