import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../harness/folders.ts";

/** A generator as `peers.mjs --extra` takes it: how it is run, and how its output is used. */
export interface Peer {
  readonly name: string;
  readonly note: string;
  readonly use: Readonly<Record<string, PeerUse>>;
  readonly [more: string]: unknown;
}

export interface PeerUse {
  readonly imports: string;
  readonly bundleImports?: string;
  readonly init?: string;
  readonly bundleInit?: string;
  readonly call: string;
  readonly bundleCall?: string;
  readonly pick?: string;
}

/** Beside the output, because its operations are in several files and `opsFile` is one. */
const OPERATIONS = "deckhand-operations.txt";

export const deckhandPeer: Peer = {
  name: "deckhand",
  note: "this project, default settings",
  cmd: `{node} ${join(projectRoot, "dist/cli.js")} generate --input {spec} --output {out}`,
  nodeModules: null,
  tsconfig: {},
  opsFile: `../${OPERATIONS}`,
  opsRegex: String.raw`^export function \w+\(`,
  use: {
    deck: {
      imports: "import { createClient, listEvents } from './out/index.js';",
      init: "const api = createClient({ fetch: FETCH, auth: 'sk_live_x' });",
      bundleInit: "const api = createClient();",
      call: "listEvents(api, q)",
      pick: "r",
    },
    github: {
      imports: "import { createClient, reposGet } from './out/index.js';",
      init: "const api = createClient({ fetch: FETCH });",
      bundleInit: "const api = createClient();",
      call: "reposGet(api, { owner, repo })",
    },
  },
};

export function writeExtra(path: string): void {
  writeFileSync(path, JSON.stringify([deckhandPeer]));
}

/** Puts the operations of an output into the one file that the benchmark counts them in. */
export function listOperations(work: string, spec: string): void {
  const run = join(work, "run", deckhandPeer.name, spec);
  const folder = join(run, "out/operations");
  if (!existsSync(folder)) return;
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  writeFileSync(join(run, OPERATIONS), texts.join("\n"));
}
