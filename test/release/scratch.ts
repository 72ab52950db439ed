import { vi } from "vitest";
import { type Ran, run } from "../cli/run.ts";
import { temporaryFolder, type TextFile, writeFiles } from "../harness/folders.ts";
import { gitEnvironment } from "../harness/git.ts";
import { type Finished, runProcess } from "../harness/process.ts";

/** A repository with a project that makes the package `pets`. */
export interface Scratch extends Disposable {
  readonly path: string;
  git(...words: readonly string[]): Promise<Finished>;
  /** What git prints, without the last line end. */
  ask(...words: readonly string[]): Promise<string>;
  release(...words: readonly string[]): Promise<Ran>;
  write(...files: readonly TextFile[]): void;
  /** Changes the document, generates and commits. */
  change(spec: string): Promise<void>;
}

const config = '{ "input": "api.yaml", "output": "sdk", "package": { "name": "pets" } }\n';

export function specOf(functionName: string, statuses: string, required = "id, status"): string {
  return `openapi: 3.1.0
info: { title: Pets, version: "1" }
servers: [{ url: https://pets.example }]
paths:
  /pets/{id}:
    get:
      operationId: ${functionName}
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        "200":
          description: A pet
          content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
components:
  schemas:
    Pet:
      type: object
      required: [${required}]
      properties:
        id: { type: string }
        status: { type: string, enum: [${statuses}] }
`;
}

export const firstSpec: string = specOf("getPet", "here, gone");

/** The project, generated and committed. `npmrc` leads to the registry; credentials of this machine count for nothing. */
export async function scratchProject(npmrc: string): Promise<Scratch> {
  const folder = temporaryFolder();
  const { path } = folder;
  isolate(path);
  const git = (...words: readonly string[]): Promise<Finished> =>
    runProcess("git", words, { cwd: path });
  const scratch: Scratch = {
    path,
    git,
    ask: async (...words) => (await git(...words)).stdout.trimEnd(),
    release: (...words) => run(path, "release", ...words),
    write: (...files) => writeFiles(path, files),
    async change(spec) {
      scratch.write({ path: "api.yaml", text: spec });
      await run(path, "generate", "--quiet");
      await git("add", "--all");
      await git("commit", "--quiet", "--message", "Change");
    },
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
  await git("init", "--quiet", "--initial-branch=main");
  scratch.write(
    { path: ".gitignore", text: ".npmrc\n" },
    { path: ".npmrc", text: npmrc },
    { path: "deckhand.config.json", text: config },
  );
  await scratch.change(firstSpec);
  return scratch;
}

/** Neither npm's nor git's configuration of the machine may matter, nor may a test ever reach a registry outside. */
export function isolate(folder: string): void {
  const env = {
    npm_config_userconfig: `${folder}/none`,
    npm_config_cache: `${folder}/.git/npm-cache`,
    npm_config_fetch_retries: "0",
    npm_config_fetch_timeout: "3000",
    ...gitEnvironment,
    NODE_AUTH_TOKEN: undefined,
    ACTIONS_ID_TOKEN_REQUEST_URL: undefined,
  };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
}
