import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { type Ran, run } from "../cli/run.ts";
import { temporaryFolder, type TextFile, writeFiles } from "../harness/folders.ts";
import { commitAll, git } from "../harness/git.ts";
import { serveSite } from "../pull/site.ts";

const old = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths:
  /pets:
    get:
      operationId: listPets
      parameters:
        - { name: starting_after, in: query, schema: { type: string } }
      responses:
        "204": { description: Nothing. }
`;
const newer = old.replace("starting_after", "cursor").replace("1.0.0", "2.0.0");

describe("the report", () => {
  test("says verdict, reasons and every change with both places", async () => {
    using folder = pair(old, newer);
    expect((await diff(folder.path)).out).toBe(
      [
        "old.yaml -> new.yaml",
        "package: major   wire: major",
        "  major `listPets`: parameter `starting_after` is gone; `cursor` is new",
        "  patch `API`: its documentation changed",
        "",
        "On the wire: 1 breaking, 1 compatible, 1 documentation.",
        "",
        "listPets",
        "  breaking parameter `starting_after` is gone",
        "    old.yaml:8:11 -> new.yaml:7:7  optional-parameter-removed, request, 1329e361302e",
        "  compatible parameter `cursor` is new",
        "    old.yaml:7:7 -> new.yaml:8:11  optional-parameter-added, request, 3212b3fb0047",
        "",
        "API",
        "  documentation its documentation changed",
        "    old.yaml:2:22 -> new.yaml:2:22  documentation-changed, 5ddc7b878e04",
        "",
      ].join("\n"),
    );
  });

  test("calls documentation nothing on the wire and a patch of the package", async () => {
    using folder = pair(old, old.replace("Nothing.", "Nothing at all."));
    expect((await diff(folder.path)).out).toContain("package: patch   wire: none\n");
  });

  test("says none for equal documents", async () => {
    using folder = pair(old, old);
    const { out, exitCode } = await diff(folder.path, "--fail-on", "any");
    expect(out).toContain("package: none   wire: none\n");
    expect(exitCode).toBe(0);
  });

  test("is one JSON object with --json", async () => {
    using folder = pair(old, newer);
    const report = JSON.parse((await diff(folder.path, "--json")).out);
    expect(report).toMatchObject({
      command: "diff",
      exitCode: 0,
      old: { name: "old.yaml", title: "Pets", version: "1.0.0" },
      verdict: { wire: "major", package: "major" },
    });
    expect(report.changes[1]).toEqual({
      id: "3212b3fb0047",
      rule: "optional-parameter-added",
      direction: "request",
      severity: "compatible",
      subject: "listPets",
      text: "parameter `cursor` is new",
      operations: ["listPets"],
      old: { file: "old.yaml", pointer: "/paths/~1pets/get/parameters", line: 7, column: 7 },
      new: { file: "new.yaml", pointer: "/paths/~1pets/get/parameters/0", line: 8, column: 11 },
    });
  });

  test.each([
    ["breaking", newer, 1],
    ["breaking", old.replace("schema: {", "description: A name., schema: {"), 0],
    ["any", old.replace("schema: {", "description: A name., schema: {"), 1],
  ])("exits as --fail-on %s asks", async (failOn, text, exitCode) => {
    using folder = pair(old, text);
    expect((await diff(folder.path, "--fail-on", failOn, "--quiet")).exitCode).toBe(exitCode);
  });
});

describe("a revision of git", () => {
  test("is read with the documents that it refers to", async () => {
    using folder = temporaryFolder();
    const spec = (type: string): string =>
      old.replace("{ type: string }", `{ $ref: "types.yaml#/${type}" }`);
    commit(folder.path, [
      { path: "api/spec.yaml", text: spec("Cursor") },
      { path: "api/types.yaml", text: "Cursor: { type: string }\n" },
    ]);
    writeFiles(folder.path, [{ path: "api/types.yaml", text: "Cursor: { type: integer }\n" }]);
    const { out } = await run(folder.path, "diff", "HEAD:api/spec.yaml", "api/spec.yaml");
    expect(out).toContain(
      "`listPets`: parameter `starting_after` is now only `integer`, was `string`",
    );
    expect(out).toContain("HEAD:api/types.yaml:1:11 -> api/types.yaml:1:11");
  });

  test("may be named from the current folder", async () => {
    using folder = temporaryFolder();
    commit(folder.path, [{ path: "api/spec.yaml", text: old }]);
    const { exitCode } = await run(
      join(folder.path, "api"),
      "diff",
      "HEAD:./spec.yaml",
      "spec.yaml",
    );
    expect(exitCode).toBe(0);
  });

  test.each([
    ["nowhere:spec.yaml", 'the revision "nowhere" is not in this repository.'],
    ["--help:spec.yaml", "error wrong-usage Unknown option"],
    ["HEAD:other.yaml", "there is no such file at that revision."],
    ["HEAD:../outside.yaml", "there is no such file at that revision."],
  ])("%s is refused", async (name, message) => {
    using folder = temporaryFolder();
    commit(folder.path, [{ path: "spec.yaml", text: old }]);
    const { err, exitCode } = await run(folder.path, "diff", name, "spec.yaml");
    expect(err).toContain(message);
    expect(exitCode).toBe(name.startsWith("--") ? 2 : 5);
  });

  test("that a shallow clone lacks is named, with the way to get it", async () => {
    using origin = temporaryFolder();
    using folder = temporaryFolder();
    commit(origin.path, [{ path: "spec.yaml", text: old }]);
    commit(origin.path, [{ path: "spec.yaml", text: newer }]);
    const url = pathToFileURL(origin.path).href;
    git(folder.path, "clone", "--quiet", "--depth", "1", url, "clone");
    const clone = join(folder.path, "clone");
    const { err, exitCode } = await run(clone, "diff", "HEAD~1:spec.yaml", "spec.yaml");
    expect(err).toContain("shallow clone (`git fetch --unshallow` completes it)");
    expect(exitCode).toBe(5);
  });

  test("needs a repository", async () => {
    using folder = pair(old, newer);
    const { err, exitCode } = await run(folder.path, "diff", "HEAD:old.yaml", "new.yaml");
    expect(err).toContain("there is no git repository here");
    expect(exitCode).toBe(5);
  });
});

test("where git is not installed, a revision is said to need it", async () => {
  using folder = pair(old, newer);
  vi.stubEnv("PATH", folder.path);
  const { err, exitCode } = await run(folder.path, "diff", "HEAD:old.yaml", "new.yaml");
  expect(err).toContain("git, which could know it, is not installed");
  expect(exitCode).toBe(5);
  expect((await diff(folder.path)).exitCode).toBe(0);
});

describe("a document that can not be read", () => {
  test.each([
    ["old", "openapi: 3.1.0\n  info: {", newer, "old.yaml:2:"],
    ["new", old, "openapi: 3.1.0\n  info: {", "new.yaml:2:"],
    ["new", old, "hello: world\n", "error not-openapi "],
  ])("is said, whichever side it is: the %s one", async (_, one, other, message) => {
    using folder = pair(one, other);
    const { err, out, exitCode } = await diff(folder.path, "--html", "diff.html");
    expect(err).toContain(message);
    expect(out).toBe("");
    expect(exitCode).toBe(4);
    expect(existsSync(join(folder.path, "diff.html"))).toBe(false);
  });
});

test("two APIs are refused", async () => {
  using folder = pair(old, old.replaceAll("pets", "ships").replaceAll("Pets", "Ships"));
  const { err, exitCode } = await diff(folder.path);
  expect(err).toContain("error unrelated-documents ");
  expect(exitCode).toBe(2);
});

describe("the configuration of the folder", () => {
  const responds = (values: string): string =>
    `${old}  /kind:\n    get:\n      operationId: getKind\n      responses:\n        "200":\n          description: A kind.\n          content: { application/json: { schema: { type: object, required: [kind], properties: { kind: { enum: [${values}] } } } } }\n`;
  const verdictWith = async (config: object | undefined): Promise<string> => {
    using folder = pair(responds("cat, dog"), responds("cat, dog, fish"));
    if (config !== undefined)
      writeFileSync(join(folder.path, "deckhand.config.json"), JSON.stringify(config));
    return JSON.parse((await diff(folder.path, "--json")).out).verdict.package;
  };

  test("decides what is compared when it is about the new document", async () => {
    expect(await verdictWith(undefined)).toBe("minor");
    expect(await verdictWith({ input: "new.yaml", enums: "closed" })).toBe("major");
    expect(await verdictWith({ input: "other.yaml", enums: "closed" })).toBe("minor");
  });

  test("decides what may be fetched", async () => {
    await using site = await serveSite({ "/pet.yaml": "type: string\n" });
    const refers = `${old}components: { schemas: { Pet: { $ref: "${site.origin}/pet.yaml" } } }\n`;
    using folder = pair(refers, refers);
    await diff(folder.path);
    expect(site.log).toEqual([]);
    const config = { input: "new.yaml", network: { allow: [site.origin] } };
    writeFileSync(join(folder.path, "deckhand.config.json"), JSON.stringify(config));
    await diff(folder.path);
    expect(site.log).toEqual(["200 /pet.yaml", "200 /pet.yaml"]);
  });

  test("decides whether there is a class whose members are called after tags", async () => {
    const tagged = (tag: string): string =>
      old.replace("listPets", `listPets\n      tags: [${tag}]`);
    using folder = pair(tagged("Animals"), tagged("Wildlife"));
    expect((await diff(folder.path)).out).toContain("package: patch");
    const config = { input: "new.yaml", output: "sdk", package: { name: "pets" } };
    writeFileSync(join(folder.path, "deckhand.config.json"), JSON.stringify(config));
    const { out } = await diff(folder.path);
    expect(out).toContain("package: major   wire: none");
    expect(out).toContain("major `AnimalsResource`: the class is gone");
  });

  test("says of a function that is gone once that it is, class or not", async () => {
    const config = { input: "new.yaml", output: "sdk", package: { name: "pets" } };
    const more = old.replace(
      "    get:",
      "    delete: { operationId: deletePets, responses: {} }\n    get:",
    );
    using folder = pair(more, old);
    writeFileSync(join(folder.path, "deckhand.config.json"), JSON.stringify(config));
    const { reasons } = JSON.parse((await diff(folder.path, "--json")).out);
    expect(reasons).toEqual([
      {
        bump: "major",
        subject: "deletePets",
        text: "the operation is gone (`DELETE /pets`)",
        from: "wire",
      },
    ]);
  });
});

test("overlays and lock count as they were at the revision", async () => {
  using folder = temporaryFolder();
  const overlay = (name: string): string =>
    `overlay: 1.0.0\ninfo: { title: More, version: 1.0.0 }\nactions:\n  - target: $.paths["/pets"].get.parameters\n    update: { name: ${name}, in: query, schema: { type: string } }\n`;
  const config = { input: "spec.yaml", output: "sdk", overlays: ["more.yaml"] };
  commit(folder.path, [
    { path: "spec.yaml", text: old },
    { path: "more.yaml", text: overlay("first") },
    { path: "deckhand.config.json", text: JSON.stringify(config) },
  ]);
  await run(folder.path, "generate");
  writeFiles(folder.path, [
    { path: "spec.yaml", text: old.replace("listPets", "findPets") },
    { path: "more.yaml", text: overlay("second") },
  ]);
  const { out } = await run(folder.path, "diff", "HEAD:spec.yaml", "spec.yaml");
  expect(out).toContain("`listPets`: parameter `first` is gone; `second` is new");
  expect(out).toContain("HEAD:more.yaml:5:5 -> spec.yaml:7:7");
  // The lock keeps the function's name, and both views call it by that.
  expect(out).toContain("\nlistPets\n");
  expect(out).not.toMatch(/findPets`:|the function is/);
});

test("an id whose function keeps its name by the lock is nothing", async () => {
  using folder = temporaryFolder();
  const config = { input: "spec.yaml", output: "sdk" };
  writeFiles(folder.path, [
    { path: "spec.yaml", text: old },
    { path: "deckhand.config.json", text: JSON.stringify(config) },
  ]);
  await run(folder.path, "generate");
  commit(folder.path, [{ path: "spec.yaml", text: old }]);
  writeFiles(folder.path, [{ path: "spec.yaml", text: old.replace("listPets", "findPets") }]);
  const { out } = await run(folder.path, "diff", "HEAD:spec.yaml", "spec.yaml");
  expect(out).toContain("package: none   wire: none\n\nOn the wire: 1 names only.\n\nlistPets\n");
});

test("the events of a docs page are compared as they were at the revision", async () => {
  using folder = temporaryFolder();
  const config = JSON.stringify({ input: "spec.yaml", events: { page: "events.md" } });
  commit(folder.path, [
    { path: "spec.yaml", text: old },
    { path: "events.md", text: eventsPage("pet.sold", "pet.lost") },
    { path: "deckhand.config.json", text: config },
  ]);
  writeFiles(folder.path, [{ path: "events.md", text: eventsPage("pet.sold", "pet.found") }]);
  const { out } = await run(folder.path, "diff", "HEAD:spec.yaml", "spec.yaml");
  expect(out).toContain(
    "pet.lost\n  breaking the event is gone\n    HEAD:events.md:4:3 -> events.md:3:3  event-removed",
  );
  expect(out).toContain(
    "pet.found\n  compatible the event is new\n    HEAD:events.md:3:3 -> events.md:4:3  event-added",
  );
});

test("one event more is a minor version", async () => {
  using folder = temporaryFolder();
  commit(folder.path, [
    { path: "spec.yaml", text: old },
    { path: "events.md", text: eventsPage("pet.sold") },
    {
      path: "deckhand.config.json",
      text: JSON.stringify({ input: "spec.yaml", events: { page: "events.md" } }),
    },
  ]);
  writeFiles(folder.path, [{ path: "events.md", text: eventsPage("pet.sold", "owner.found") }]);
  const { out } = await run(folder.path, "diff", "HEAD:spec.yaml", "spec.yaml");
  expect(out).toContain("package: minor   wire: minor\n");
});

test("--html replaces an earlier page and nothing else", async () => {
  using folder = pair(old, newer);
  const page = join(folder.path, "diff.html");
  expect((await diff(folder.path, "--html", "diff.html")).exitCode).toBe(0);
  expect((await diff(folder.path, "--html", "diff.html")).exitCode).toBe(0);
  expect(readFileSync(page, "utf8")).toContain("<h1>old.yaml → new.yaml</h1>");
  const refused = await diff(folder.path, "--html", "old.yaml");
  expect(refused.exitCode).toBe(5);
  expect(readFileSync(join(folder.path, "old.yaml"), "utf8")).toBe(old);
});

function pair(one: string, other: string): ReturnType<typeof temporaryFolder> {
  const folder = temporaryFolder();
  writeFiles(folder.path, [
    { path: "old.yaml", text: one },
    { path: "new.yaml", text: other },
  ]);
  return folder;
}

function diff(folder: string, ...options: readonly string[]): Promise<Ran> {
  return run(folder, "diff", "old.yaml", "new.yaml", ...options);
}

function commit(folder: string, files: readonly TextFile[]): void {
  writeFiles(folder, files);
  commitAll(folder);
}

/** A docs page that lists event types. */
function eventsPage(...types: readonly string[]): string {
  const rows = types.map((type) => `| \`${type}\` | Then. |`);
  return ["| Event | When |", "| --- | --- |", ...rows, ""].join("\n");
}
