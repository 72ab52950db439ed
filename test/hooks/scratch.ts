import { chmodSync } from "node:fs";
import { delimiter, join } from "node:path";
import { projectRoot, temporaryFolder, type TextFile, writeFiles } from "../harness/folders.ts";
import { gitEnvironment } from "../harness/git.ts";
import { type Finished, runProcess } from "../harness/process.ts";

/** A git repository of its own, in which `deckhand` is the one of this project. */
export interface Scratch extends Disposable {
  readonly path: string;
  git(...words: readonly string[]): Promise<Finished>;
  /** Runs a program with `node_modules/.bin` in front of the path, as npm and hooks do. */
  run(program: string, ...words: readonly string[]): Promise<Finished>;
  write(...files: readonly TextFile[]): void;
}

export const specOf = (operationId: string): string => `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths:
  /pets:
    get:
      operationId: ${operationId}
      responses: { "204": { description: None } }
`;

/** A repository with a project whose SDK is generated and committed. */
export async function scratchRepository(folder = ""): Promise<Scratch> {
  const scratch = emptyRepository();
  await scratch.git("init", "--quiet", "--initial-branch=main");
  scratch.write(
    { path: ".gitignore", text: "node_modules\n" },
    {
      path: `${folder}deckhand.config.json`,
      text: '{ "input": "spec/api.yaml", "output": "sdk" }\n',
    },
    { path: `${folder}spec/api.yaml`, text: specOf("listPets") },
  );
  await scratch.run("deckhand", "generate", "--config", `${folder}deckhand.config.json`, "--quiet");
  await scratch.git("add", "--all");
  const { code, stderr } = await scratch.git("commit", "--quiet", "--message", "Begin");
  if (code !== 0) throw new Error(stderr);
  return scratch;
}

function emptyRepository(): Scratch {
  const folder = temporaryFolder();
  const { path } = folder;
  const tsx = join(projectRoot, "node_modules/tsx/dist/esm/index.mjs");
  const cli = join(projectRoot, "generator/cli.ts");
  const script = `#!/bin/sh\nexec "${process.execPath}" --import "${tsx}" "${cli}" "$@"\n`;
  const bin = join(path, "node_modules/.bin");
  writeFiles(bin, [{ path: "deckhand", text: script }]);
  chmodSync(join(bin, "deckhand"), 0o755);
  const env = {
    ...gitEnvironment,
    NO_COLOR: "1",
    PATH: [bin, join(projectRoot, "node_modules/.bin"), process.env["PATH"]].join(delimiter),
  };
  return {
    path,
    git: (...words) => runProcess("git", words, { cwd: path, env }),
    run: (program, ...words) => runProcess(program, words, { cwd: path, env }),
    write: (...files) => writeFiles(path, files),
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}
