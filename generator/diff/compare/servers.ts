import { code } from "../names.ts";
import type { WireServer } from "../read/wire.ts";
import { type Both, type Findings, report } from "./comparison.ts";
import type { Site } from "./site.ts";

/** Servers by URL. The first is where calls go unless a program says otherwise. */
export function compareServers(
  findings: Findings,
  site: Site,
  at: Both,
  old: readonly WireServer[],
  newer: readonly WireServer[],
): void {
  const [first] = old;
  const [newFirst] = newer;
  const isMoved = first !== undefined && newFirst !== undefined && first.url !== newFirst.url;
  const base = { direction: "both", site } as const;
  if (isMoved)
    report(findings, "default-server-changed", {
      ...base,
      at: { old: first.node, new: newFirst.node },
      was: code(first.url),
      is: code(newFirst.url),
    });
  const urls = new Map(newer.map((server) => [server.url, server]));
  const known = new Set(old.map(({ url }) => url));
  for (const server of old) {
    const other = urls.get(server.url);
    if (other === undefined && !(isMoved && server === first))
      report(findings, "server-removed", {
        ...base,
        at: { ...at, old: server.node },
        was: code(server.url),
      });
    else if (other !== undefined && other.variables !== server.variables)
      report(findings, "server-variable-changed", {
        direction: "both",
        site: { ...site, base: code(server.url) },
        at: { old: server.node, new: other.node },
      });
  }
  for (const server of newer) {
    if (!known.has(server.url) && !(isMoved && server === newFirst))
      report(findings, "server-added", {
        ...base,
        at: { ...at, new: server.node },
        is: code(server.url),
      });
  }
}
