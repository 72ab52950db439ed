import type { Command } from "./command.ts";

/** All commands, in the order of the help. Their code is loaded only when they run. */
export const commands: readonly CommandEntry[] = [
  {
    name: "init",
    summary: "set up a new project: configuration, SDK, scripts, hook",
    load: async () => (await import("./init.ts")).initCommand,
  },
  {
    name: "generate",
    summary: "write the SDK of an OpenAPI document",
    load: async () => (await import("./generate.ts")).generateCommand,
  },
  {
    name: "check",
    summary: "say whether the SDK is what generate would write, as a diff",
    load: async () => (await import("./check.ts")).checkCommand,
  },
  {
    name: "diff",
    summary: "say what changed between two documents, and what version that makes",
    load: async () => (await import("./diff.ts")).diffCommand,
  },
  {
    name: "pull",
    summary: "fetch the documents that the configuration names",
    load: async () => (await import("./pull.ts")).pullCommand,
  },
  {
    name: "release",
    summary: "publish the package with the version and the changelog that its changes ask for",
    load: async () => (await import("./release.ts")).releaseCommand,
  },
  {
    name: "extract",
    summary: "take the OpenAPI document out of docs pages",
    load: async () => (await import("./extract.ts")).extractCommand,
  },
];

export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<Command>;
}
