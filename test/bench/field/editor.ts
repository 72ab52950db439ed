import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { deckhandPeer, type Peer, type PeerUse } from "./deckhand-peer.ts";
import { startServer } from "./tsserver.ts";

/** How long an editor waits for the language server, in milliseconds. */
export interface EditorTimes {
  /** Opening a file that calls an operation, until the members of its answer are offered: the project is loaded for it. */
  readonly firstCompletion: number;
  /** The same after a character was typed; the median of some. */
  readonly completion: number;
  /** The type and docs of the operation under the mouse, after a character was typed. */
  readonly hover: number;
  /** Where the operation is declared. */
  readonly definition: number;
  /** The errors of the file, after a character was typed. */
  readonly errors: number;
  /** How many members are offered: none would mean that the types did not arrive. */
  readonly members: number;
}

export interface Field {
  /** The folder of the field benchmark. */
  readonly bench: string;
  readonly work: string;
  readonly node: string;
  /** The generators that are asked for; default all. */
  readonly only?: readonly string[] | undefined;
}

const RUNS = 2;
const EDITS = 5;

const COMPILER_OPTIONS = {
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  module: "esnext",
  moduleResolution: "bundler",
  target: "es2022",
  lib: ["es2023", "dom", "dom.iterable"],
  types: [],
};

/** The editor's times for GitHub's API in the outputs that the field benchmark left, by generator. */
export async function measureEditors(field: Field): Promise<Record<string, EditorTimes>> {
  const { peers } = (await import(pathToFileURL(join(field.bench, "peers.defs.mjs")).href)) as {
    readonly peers: readonly Peer[];
  };
  const times: Record<string, EditorTimes> = {};
  for (const peer of [...peers, deckhandPeer]) {
    const folder = join(field.work, "run", peer.name, "github");
    const use = peer.use["github"];
    if (use === undefined || field.only?.includes(peer.name) === false) continue;
    if (!existsSync(join(folder, "out"))) continue;
    const runs: EditorTimes[] = [];
    for (let run = 0; run < RUNS; run++) runs.push(await measureEditor(field, peer, folder, use));
    times[peer.name] = least(runs);
    console.error("editor", peer.name, JSON.stringify(times[peer.name]));
  }
  return times;
}

async function measureEditor(
  { work, node }: Field,
  peer: Peer,
  folder: string,
  use: PeerUse,
): Promise<EditorTimes> {
  const { file, text } = writeConsumer(folder, peer, use);
  const operation = /[A-Za-z]\w*(?=\()/.exec(use.bundleCall ?? use.call)?.[0] ?? "";
  const line = text.split("\n").findIndex((one) => one.startsWith("const answer"));
  const hovered = {
    file,
    line: line + 1,
    offset: (text.split("\n")[line]?.indexOf(`${operation}(`) ?? 0) + 1,
  };
  const completed = { file, line: line + 2, offset: "answer.".length + 1 };
  using server = startServer({
    node: join(node, "node"),
    script: join(work, "tools/ts5/node_modules/typescript/lib/tsserver.js"),
    folder,
  });
  const begin = performance.now();
  server.tell("open", { file, fileContent: text });
  const found = await server.ask("completionInfo", completed);
  const firstCompletion = performance.now() - begin;
  const afterEdit = async (command: string, about: object): Promise<number> => {
    const waits: number[] = [];
    for (let edit = 0; edit < EDITS; edit++) {
      server.tell("change", { ...whole(line + 3), file, insertString: `// ${edit}\n` });
      const start = performance.now();
      await server.ask(command, about);
      waits.push(performance.now() - start);
    }
    return median(waits);
  };
  return {
    firstCompletion,
    completion: await afterEdit("completionInfo", completed),
    hover: await afterEdit("quickinfo", hovered),
    definition: await afterEdit("definitionAndBoundSpan", hovered),
    errors: await afterEdit("semanticDiagnosticsSync", { file }),
    members: ((found as { entries?: readonly unknown[] } | undefined)?.entries ?? []).length,
  };
}

/** A file that makes one call and is about to read its answer, and a project around it. */
function writeConsumer(
  folder: string,
  { tsconfig }: Peer,
  use: PeerUse,
): { readonly file: string; readonly text: string } {
  const file = join(folder, "editor.ts");
  const init = use.bundleInit ?? (use.init?.includes("FETCH") === true ? "" : use.init) ?? "";
  const text = [
    use.bundleImports ?? use.imports,
    "const owner = 'octocat', repo = 'hello-world';",
    init,
    `const answer = await ${use.bundleCall ?? use.call};`,
    "answer.;",
    "",
    "export {};",
    "",
  ].join("\n");
  const compilerOptions = { ...COMPILER_OPTIONS, ...(tsconfig as object | undefined) };
  writeFileSync(file, text);
  const config = JSON.stringify({ compilerOptions, files: ["editor.ts"] });
  writeFileSync(join(folder, "tsconfig.json"), config);
  return { file, text };
}

/** The empty line `line` as a range. */
function whole(line: number): object {
  return { line, offset: 1, endLine: line, endOffset: 1 };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function least(runs: readonly EditorTimes[]): EditorTimes {
  const of = (key: keyof EditorTimes): number => Math.min(...runs.map((run) => run[key]));
  return {
    firstCompletion: of("firstCompletion"),
    completion: of("completion"),
    hover: of("hover"),
    definition: of("definition"),
    errors: of("errors"),
    members: of("members"),
  };
}
