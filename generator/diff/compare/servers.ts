import { code } from "../names.ts";
import type { WireServer } from "../read/wire.ts";
import { type Both, type Findings, report } from "./comparison.ts";
import type { Site } from "./site.ts";

/** The servers of one thing in both documents. */
export interface BothServers {
  readonly old: readonly WireServer[];
  readonly new: readonly WireServer[];
}

/** Servers by URL. The first is where calls go unless a program says otherwise. `at` is what has the servers. */
export function compareServers(
  findings: Findings,
  site: Site,
  at: Both,
  servers: BothServers,
): void {
  const old = byUrl(servers.old);
  const newer = byUrl(servers.new);
  // A default that moved is reported as that, and not as one that is gone and one that is new.
  const moved = compareDefault(findings, site, servers);
  for (const server of servers.old) {
    const other = newer.get(server.url);
    if (other !== undefined) compareVariables(findings, site, { old: server, new: other });
    else if (server !== moved?.old)
      report(findings, "server-removed", {
        direction: "both",
        site,
        at: { ...at, old: server.node },
        was: code(server.url),
      });
  }
  for (const server of servers.new) {
    if (!old.has(server.url) && server !== moved?.new)
      report(findings, "server-added", {
        direction: "both",
        site,
        at: { ...at, new: server.node },
        is: code(server.url),
      });
  }
}

/** One server in both documents. */
interface BothServer {
  readonly old: WireServer;
  readonly new: WireServer;
}

function byUrl(servers: readonly WireServer[]): ReadonlyMap<string, WireServer> {
  return new Map(servers.map((server) => [server.url, server]));
}

/** The two defaults, where they differ. */
function compareDefault(
  findings: Findings,
  site: Site,
  servers: BothServers,
): BothServer | undefined {
  const [old] = servers.old;
  const [newer] = servers.new;
  if (old === undefined || newer === undefined || old.url === newer.url) return undefined;
  report(findings, "default-server-changed", {
    direction: "both",
    site,
    at: { old: old.node, new: newer.node },
    was: code(old.url),
    is: code(newer.url),
  });
  return { old, new: newer };
}

function compareVariables(findings: Findings, site: Site, { old, new: newer }: BothServer): void {
  if (old.variables === newer.variables) return;
  report(findings, "server-variable-changed", {
    direction: "both",
    site: { ...site, base: code(old.url) },
    at: { old: old.node, new: newer.node },
  });
}
