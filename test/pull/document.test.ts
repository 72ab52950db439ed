import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import type { Config } from "../../generator/options.ts";
import { run } from "../cli/run.ts";
import { readFiles, temporaryFolder, writeFiles } from "../harness/folders.ts";
import { serveSite } from "./site.ts";

/** A project whose only source is at an address. */
function project(from: string, config: Config = {}): ReturnType<typeof temporaryFolder> {
  const folder = temporaryFolder();
  const all: Config = {
    input: "spec/pets.yaml",
    output: "sdk",
    sources: [{ from, to: "spec/pets.yaml" }],
    ...config,
  };
  writeFiles(folder.path, [{ path: "deckhand.config.json", text: JSON.stringify(all) }]);
  return folder;
}

function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

const operation = (id: string, ref: string): string =>
  `    get: { operationId: ${id}, responses: { "200": { description: OK, content: { application/json: { schema: { $ref: "${ref}" } } } } } }\n`;

/** What changed, by the names of the SDK. */
function changesIn({ out }: { readonly out: string }): readonly string[] {
  interface Change {
    readonly rule: string;
    readonly subject: string;
  }
  const { changes } = JSON.parse(out) as {
    readonly changes: readonly { readonly changes: readonly Change[] }[];
  };
  return changes.flatMap((one) => one.changes.map(({ rule, subject }) => `${rule} ${subject}`));
}

describe("an OpenAPI document at an address", () => {
  test("is kept with what it refers to, so that generating needs no network", async () => {
    await using site = await serveSite({
      "/v1/schemas/pet.json":
        '{ "type": "object", "properties": { "owner": { "$ref": "../../common/owner.yaml" } } }',
      "/common/owner.yaml": "type: object\nproperties: { name: { type: string } }\n",
      "/v1/toys.yaml": "Toy: { type: string }\n",
    });
    const text = `openapi: 3.1.1\ninfo: { title: Pets, version: "1" }\nservers: [{ url: https://api.example.com }]\npaths:\n  /pets:\n${operation("listPets", "schemas/pet.json")}  /toys:\n${operation("listToys", `${site.origin}/v1/toys.yaml#/Toy`)}  /owners:\n${operation("listOwners", "../common/owner.yaml")}`;
    site.contents.set("/v1/openapi.yaml", text);
    using folder = project(`${site.origin}/v1/openapi.yaml`);
    expect(await run(folder.path, "pull")).toMatchObject({ exitCode: 0, err: "" });

    const external = `external/${site.origin.replace("http://", "").replace(":", "-")}/common/owner.yaml`;
    expect(read(folder.path, "spec/pets.yaml")).toBe(
      text
        .replace(`${site.origin}/v1/toys.yaml`, "toys.yaml")
        .replace("../common/owner.yaml", external),
    );
    expect(read(folder.path, "spec/schemas/pet.json")).toContain(`"../${external}"`);
    expect(read(folder.path, "spec/toys.yaml")).toBe("Toy: { type: string }\n");

    const settled = readFiles(folder.path);
    site.log.length = 0;
    expect((await run(folder.path, "pull")).out).toContain("up to date, 4 files");
    expect(site.log.map((line) => line.slice(0, 3))).toEqual(["304", "304", "304", "304"]);
    expect(readFiles(folder.path)).toEqual(settled);

    site.contents.clear();
    expect(await run(folder.path, "generate", "--strict")).toMatchObject({ exitCode: 0, err: "" });
  });

  test("is compared with the one before as the SDK has both: with overlays, under the names of the lock", async () => {
    const text = (id: string, summary: string): string =>
      `openapi: 3.1.1\ninfo: { title: Pets, version: "1" }\npaths:\n  /pets:\n    get: { operationId: ${id}, responses: {} }\n  /internal:\n    get: { operationId: audit, summary: ${summary}, responses: {} }\n`;
    const overlay =
      "overlay: 1.0.0\ninfo: { title: Less, version: '1' }\nactions:\n  - target: $.paths['/internal']\n    remove: true\n";
    await using site = await serveSite({ "/openapi.yaml": text("listPets", "One") });
    using folder = project(`${site.origin}/openapi.yaml`, { overlays: ["spec/less.yaml"] });
    writeFiles(folder.path, [{ path: "spec/less.yaml", text: overlay }]);
    await run(folder.path, "pull");
    expect((await run(folder.path, "generate")).exitCode).toBe(0);
    site.contents.set("/openapi.yaml", text("listPets", "Two"));
    expect(changesIn(await run(folder.path, "pull", "--json"))).toEqual([]);
    site.contents.set("/openapi.yaml", text("findPets", "Two"));
    expect(changesIn(await run(folder.path, "pull", "--json"))).toEqual([
      "operation-id-changed listPets",
    ]);
  });

  test("that is broken does not replace the last good one", async () => {
    await using site = await serveSite({});
    const good = `openapi: 3.1.1\ninfo: { title: Pets, version: "1" }\npaths: {}\n`;
    site.contents.set("/openapi.yaml", good);
    using folder = project(`${site.origin}/openapi.yaml`);
    expect((await run(folder.path, "pull")).exitCode).toBe(0);
    const settled = readFiles(folder.path);
    const broken: readonly (readonly [content: string, exitCode: number])[] = [
      ["<!doctype html>", 4],
      ["openapi: 3.1.1\ninfo: [", 4],
      ["asyncapi: 3.0.0\n", 4],
      ["", 4],
    ];
    for (const [content, exitCode] of broken) {
      site.contents.set("/openapi.yaml", content);
      expect((await run(folder.path, "pull")).exitCode, content).toBe(exitCode);
      expect(readFiles(folder.path)).toEqual(settled);
    }
    site.contents.delete("/openapi.yaml");
    expect((await run(folder.path, "pull")).exitCode).toBe(5);
    expect(readFiles(folder.path)).toEqual(settled);
  });

  test("says that names are lost when the lock is, and so does generate afterwards", async () => {
    await using site = await serveSite({
      "/openapi.yaml": `openapi: 3.1.1\ninfo: { title: Pets, version: "1" }\npaths: {}\n`,
    });
    using folder = project(`${site.origin}/openapi.yaml`);
    await run(folder.path, "pull");
    expect((await run(folder.path, "generate")).err).toBe("");
    rmSync(join(folder.path, "deckhand.lock.json"));
    for (const command of ["pull", "generate"])
      expect((await run(folder.path, command)).err).toContain("warning lock-missing");
    expect((await run(folder.path, "pull")).err).toBe("");
  });

  test("is fetched with the token that its origin needs", async () => {
    await using site = await serveSite({
      "/openapi.yaml": ({ headers }, response) => {
        if (headers.authorization !== "Bearer secret") response.writeHead(401).end();
        else response.end('openapi: 3.1.1\ninfo: { title: Pets, version: "1" }\npaths: {}\n');
      },
    });
    const credentials = { [site.origin]: "DECKHAND_TEST_TOKEN" };
    using folder = project(`${site.origin}/openapi.yaml`, { network: { credentials } });
    vi.stubEnv("DECKHAND_TEST_TOKEN", "secret");
    expect((await run(folder.path, "pull")).exitCode).toBe(0);
    expect(readFiles(folder.path).some(({ text }) => text.includes("secret"))).toBe(false);
  });
});

test.each([
  ["from", "ftp://example.com/a.yaml", "spec/a.yaml"],
  ["from", "https://user:password@example.com/a.yaml", "spec/a.yaml"],
  ["to", "https://example.com/a.yaml", "../a.yaml"],
  ["to", "https://example.com/a.yaml", "/etc/a.yaml"],
  ["to", "https://example.com/a.yaml", ".github/a.yaml"],
])("%s may not be %s for %s", async (key, from, to) => {
  using folder = project("", { sources: [{ from, to }] });
  const { exitCode, err } = await run(folder.path, "pull");
  expect(exitCode).toBe(2);
  expect(err).toContain(`config-wrong-value The option "sources.0.${key}"`);
});
