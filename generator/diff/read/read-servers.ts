import type { Node } from "../../spec/node.ts";
import type { Spec } from "../../spec/spec.ts";
import type { WireServer } from "./wire.ts";

/** `servers` of a document, a path or an operation. Paths are put behind the URL, with or without its last slash. */
export function readServers(node: Node): readonly WireServer[] {
  return (node.get("servers")?.items() ?? []).flatMap((server) => {
    const url = server.string("url");
    if (url === undefined) return [];
    const base = url.replace(/(?<=.)\/$/, "");
    return [{ url: base, variables: variablesOf(server), node: server }];
  });
}

function variablesOf(server: Node): string {
  const variables = server.get("variables")?.members() ?? [];
  return JSON.stringify(
    variables.map((one) => [one.key, one.record["default"], one.strings("enum").toSorted()]),
  );
}

/** The servers of the whole document; in Swagger 2.0 made of `schemes`, `host` and `basePath`. */
export function readRootServers(spec: Spec): readonly WireServer[] {
  const { root, version } = spec;
  if (version !== "2.0") return readServers(root);
  const host = root.string("host");
  const base = (root.string("basePath") ?? "").replace(/\/$/, "");
  const node = root.get("basePath") ?? root.get("host") ?? root;
  if (host === undefined) return base === "" ? [] : [{ url: base, variables: "[]", node }];
  const schemes = root.strings("schemes").toSorted().toReversed();
  return (schemes.length > 0 ? schemes : ["https"]).map((scheme) => ({
    url: `${scheme}://${host}${base}`,
    variables: "[]",
    node,
  }));
}
