import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { Permission } from "./permission.ts";

/** Connections that several requests share. */
export interface Connections extends Disposable {
  agentFor(url: URL, permission: Permission): HttpAgent;
}

/**
 * Opens connections that stay until they are disposed of, at most `limit` to a host at a time. A connection to an
 * address that only some may use is never given to others.
 */
export function openConnections(limit: number): Connections {
  const agents = new Map<string, HttpAgent>();
  return {
    agentFor({ protocol }, permission) {
      const key = `${protocol} ${permission}`;
      const options = { keepAlive: true, maxSockets: limit };
      const agent =
        agents.get(key) ??
        (protocol === "https:" ? new HttpsAgent(options) : new HttpAgent(options));
      agents.set(key, agent);
      return agent;
    },
    [Symbol.dispose]() {
      for (const agent of agents.values()) agent.destroy();
    },
  };
}
