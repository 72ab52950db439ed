import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildPackage } from "../../generator/commands/release/build-package.ts";
import { changelogEntry, entryOf, withEntry } from "../../generator/commands/release/changelog.ts";
import { nextVersion, type VersionFacts } from "../../generator/commands/release/next-version.ts";
import { pack, type Tarball } from "../../generator/commands/release/pack.ts";
import { offersIdentity, publish, publishWords } from "../../generator/commands/release/publish.ts";
import { refuse } from "../../generator/commands/release/checks/check-package.ts";
import { tryPreviousUses } from "../../generator/commands/release/checks/previous-uses.ts";
import { findBase } from "../../generator/commands/release/published-base.ts";
import { openRepository } from "../../generator/commands/release/repository.ts";
import { temporaryFolder, writeFiles } from "../harness/folders.ts";
import { close, listen, npmrcOf, urlOf } from "./registry.ts";
import { isolate, scratchProject } from "./scratch.ts";

const TOKEN = "secret-token-of-the-test";

let home: ReturnType<typeof temporaryFolder>;
let tarball: Tarball;
beforeAll(async () => {
  home = temporaryFolder();
  const files = new Map([["package.json", '{ "name": "pets", "version": "1.0.0" }']]);
  tarball = await pack(files, home.path);
});
afterAll(() => home[Symbol.dispose]());

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A registry that knows no package and answers a publication in its own way. */
async function withRegistry<T>(answer: Answer, use: (npmrc: string) => Promise<T>): Promise<T> {
  const server = await listen(
    createServer((request, response) => {
      if (request.method === "PUT") return answer(request, response);
      response.writeHead(404, { "content-type": "application/json" }).end("{}");
    }),
  );
  try {
    return await use(npmrcOf(urlOf(server), TOKEN));
  } finally {
    await close(server);
  }
}

/** What publishing a package to it throws. */
function refusal(answer: Answer): Promise<string> {
  return withRegistry(answer, async (npmrc) => {
    using folder = temporaryFolder();
    isolate(home.path);
    writeFiles(folder.path, [{ path: ".npmrc", text: npmrc }]);
    const options = { tag: "latest", access: undefined, provenance: false, otp: undefined };
    const error: unknown = await publish({
      ...options,
      name: "pets",
      version: "1.0.0",
      tarball,
      folder: folder.path,
    }).catch((reason: unknown) => reason);
    return String(error);
  });
}

describe("publish-failed: the registry", () => {
  test.each([401, 409])(
    "answers %i, and the token that it sends back is not shown",
    async (status) => {
      const error = await refusal((request, response) => {
        request.resume();
        const text = JSON.stringify({ error: `no: ${request.headers.authorization ?? ""}` });
        response.writeHead(status, { "content-type": "application/json" }).end(text);
      });
      expect(error).toContain("The registry did not take the package: ");
      expect(error).not.toContain(TOKEN);
    },
  );

  test("breaks the connection halfway", async () => {
    const error = await refusal((request) => {
      request.once("data", () => request.socket.destroy());
    });
    expect(error).toContain("The registry did not take the package: ");
  });

  test("never answers", async () => {
    const error = await refusal((request) => void request.resume());
    expect(error).toContain("The registry did not take the package: ");
  });
});

describe("the version", () => {
  const facts: VersionFacts = {
    last: "1.2.3",
    bump: "minor",
    asked: undefined,
    channel: undefined,
    floor: "1.2.3",
    taken: new Set(["1.2.3"]),
    allowsLower: false,
  };
  const last = "0.4.1";
  test.each<[string, Partial<VersionFacts>, string]>([
    ["of a minor change", {}, "1.3.0"],
    ["of a breaking change", { bump: "major" }, "2.0.0"],
    ["of a breaking change below 1.0.0", { last, floor: last, bump: "major" }, "0.5.0"],
    ["of a minor change below 1.0.0", { last, floor: last }, "0.4.2"],
    ["of a first release", { last: undefined, floor: "0.1.0" }, "0.1.0"],
    ["that a person raises by a word", { asked: "major" }, "2.0.0"],
    ["that leaves 0.x", { last, floor: last, asked: "major" }, "1.0.0"],
    ["that a person names", { asked: "1.5.0" }, "1.5.0"],
    ["that the configuration raises", { floor: "3.0.0" }, "3.0.0"],
    ["of a prerelease", { channel: "next" }, "1.3.0-next.0"],
    [
      "of the next prerelease",
      { channel: "next", taken: new Set(["1.3.0-next.0"]) },
      "1.3.0-next.1",
    ],
    ["that is lowered on purpose", { asked: "1.2.4", allowsLower: true }, "1.2.4"],
  ])("%s", (_, given, version) => {
    expect(nextVersion({ ...facts, ...given }).version).toBe(version);
  });

  test.each([
    ["release-version-lower", { asked: "1.2.4" }, "1.2.4 is too low after 1.2.3"],
    ["release-version-taken", { asked: "1.4.0", taken: new Set(["1.4.0"]) }, "it was published"],
    ["release-version-invalid", { asked: "v1.4.0" }, "which is no version"],
  ])("%s", (_, given, message) => {
    expect(() => nextVersion({ ...facts, ...given })).toThrow(message);
  });
});

describe("the changelog", () => {
  const date = "2026-11-21";
  const entry = changelogEntry({ version: "1.1.0", date, reasons: [], remark: "Hello." });

  test("gets a new entry at its top, before older ones", () => {
    const text = withEntry("# Changelog\n\n## 1.0.0 (2026-01-01)\n\nOld.\n", "1.1.0", entry);
    expect(text).toBe(
      "# Changelog\n\n## 1.1.0 (2026-11-21)\n\nHello.\n\n## 1.0.0 (2026-01-01)\n\nOld.\n",
    );
    expect(entryOf(text, "1.1.0")).toContain("Hello.");
  });

  test("keeps an entry that says the same, and replaces prereleases", () => {
    const text = `# Changelog\n\n${entry.replace(date, "2026-01-01")}\n## 1.1.0-next.0 (${date})\n`;
    expect(withEntry(text, "1.1.0", entry)).toBe(
      "# Changelog\n\n## 1.1.0 (2026-01-01)\n\nHello.\n",
    );
  });
});

test("provenance is stated where the CI can prove who it is", () => {
  expect(offersIdentity({})).toBe(false);
  expect(offersIdentity({ ACTIONS_ID_TOKEN_REQUEST_URL: "https://ci.example" })).toBe(true);
  const tarball = { path: "p.tgz", bytes: new Uint8Array(), integrity: "", files: [] };
  const words = publishWords({
    name: "pets",
    version: "1.0.0",
    tarball,
    tag: "latest",
    access: "public",
    provenance: true,
    otp: "123456",
    folder: ".",
  });
  expect(words.join(" ")).toBe(
    "publish p.tgz --ignore-scripts --tag latest --access public --provenance",
  );
});

test("release-breaks-uses: what compiled with the last version is compiled with the next one", async () => {
  const manifest = '{ "name": "pets", "exports": { ".": { "types": "./dist/index.d.ts" } } }';
  const filesOf = (text: string): ReadonlyMap<string, string> =>
    new Map([
      ["package.json", manifest],
      ["dist/index.d.ts", text],
      ["dist/runtime/unrecognized.d.ts", 'export declare enum Unrecognized { type = "" }'],
    ]);
  const old = `import type { Unrecognized } from "./runtime/unrecognized.js";
export interface Pet { id: string; name?: string; }
export interface Cat { kind: "cat"; }
export interface Dog { kind: "dog"; }
export type Animal = Cat | { kind: Unrecognized; [key: string]: unknown };
export declare function getPet(id: string): Promise<Pet>;
export declare function getAnimal(id: string): Promise<Animal>;
export declare class Pets {
  #private;
  private readonly count: number;
  readonly dogs: Dog[];
  constructor(count: number);
  get(id: string): Promise<Pet>;
  all(): Iterable<Pet>;
}
`;
  const tried = await tryPreviousUses(
    filesOf(old),
    filesOf(old.replace("id: string; name", "id?: string; nick")),
  );
  expect(tried.broken.map(({ subject }) => subject)).toEqual(["Pet.id", "Pet.name"]);
  const methods = filesOf(
    old.replace("get(id: string)", "get(id: number)").replace("all()", "list()"),
  );
  const broken = (await tryPreviousUses(filesOf(old), methods)).broken;
  expect(broken.map(({ subject }) => subject)).toEqual(["Pets.get", "Pets.all"]);
  const dogs = filesOf(old.replace("= Cat |", "= Cat | Dog |"));
  expect((await tryPreviousUses(filesOf(old), dogs)).broken).toEqual([]);
}, 60_000);

test("release-base-missing: a published version whose commit nobody knows", async () => {
  using scratch = await scratchProject(npmrcOf("http://127.0.0.1:9"));
  await scratch.git("tag", "pets@1.0.0");
  const repository = await openRepository(scratch.path);
  const commit = await scratch.ask("rev-parse", "HEAD");
  const base = await findBase(repository, "pets", "1.0.0", scratch.path);
  expect(base).toEqual({ version: "1.0.0", commit });
  const server = await listen(createServer((_, response) => response.writeHead(404).end("{}")));
  scratch.write({ path: ".npmrc", text: npmrcOf(urlOf(server)) });
  await expect(findBase(repository, "pets", "0.9.0", scratch.path)).rejects.toThrow(
    "The commit that pets@0.9.0 was made from is not known: this repository has no tag of that name, and the registry names no commit.",
  );
  await close(server);
}, 60_000);

test("release-check-failed: sources that do not compile", async () => {
  const { problems } = await buildPackage([
    { path: "package.json", text: '{ "type": "module" }' },
    { path: "tsconfig.json", text: '{ "compilerOptions": { "strict": true, "types": [] } }' },
    { path: "src/index.ts", text: "export const id: string = 1;\n" },
  ]);
  expect(problems).toEqual(["src/index.ts(1): Type 'number' is not assignable to type 'string'."]);
  expect(() => refuse("TypeScript", problems)).toThrow(
    "The package did not pass (TypeScript): src",
  );
});
