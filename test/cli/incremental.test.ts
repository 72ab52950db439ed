import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readFiles, temporaryFolder } from "../harness/folders.ts";
import { run } from "./run.ts";

const schema = (name: string): string => `
    ${name}:
      type: object
      properties:
        name: { type: string, description: The name of the ${name}. }`;

const operation = (name: string): string => `
  /${name}s:
    get:
      operationId: list${name}s
      tags: [${name}s]
      responses:
        "200":
          description: OK
          content:
            application/json:
              schema: { type: array, items: { $ref: "#/components/schemas/${name}" } }`;

const spec = `openapi: 3.1.1
info: { title: Zoo, version: "1" }
paths:${operation("Lion")}${operation("Zebra")}
components:
  schemas:${schema("Lion")}${schema("Zebra")}
`;

interface Report {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
}

async function generate(folder: string, text: string): Promise<Report> {
  writeFileSync(join(folder, "spec.yaml"), text);
  const options = ["--input", "spec.yaml", "--output", "out", "--json"];
  const { out } = await run(folder, "generate", ...options);
  return JSON.parse(out) as Report;
}

/** A file that is written anew is another one to the file system, whatever its time says. */
function identities(folder: string): ReadonlyMap<string, number> {
  const out = join(folder, "out");
  return new Map(readFiles(out).map(({ path }) => [path, statSync(join(out, path)).ino]));
}

test.each([
  ["The name of the Lion.", "What the Lion is called.", ["types/lions.ts"]],
  ["operationId: listLions", "operationId: findLions", ["operations/lions.ts"]],
])("changing %j to %j writes only the files that say it", async (from, to, changed) => {
  using folder = temporaryFolder();
  await generate(folder.path, spec);
  const before = identities(folder.path);
  const { written, unchanged } = await generate(folder.path, spec.replace(from, to));
  const after = identities(folder.path);
  expect(written.toSorted()).toEqual(changed);
  expect(
    [...after.keys()].filter((path) => after.get(path) !== before.get(path)).toSorted(),
  ).toEqual(changed);
  expect(unchanged.length).toBe(after.size - changed.length);
});
