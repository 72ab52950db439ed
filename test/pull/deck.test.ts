import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot, readFiles, temporaryFolder } from "../harness/folders.ts";
import { run } from "../cli/run.ts";
import { pull } from "./project.ts";
import { serveSite } from "./site.ts";

const HOST = "https://docs.deck.co";
const read = (path: string): string => readFileSync(join(projectRoot, path), "utf8");

test("Deck's documents are where its own pull looks for them: of an unchanged site, only the index is new", async () => {
  const index = `# Deck\n\n## Docs\n\n- [List events](${HOST}/api-reference/events/list-events.md)\n- [Events reference](${HOST}/events/events-reference.md)\n`;
  await using site = await serveSite({
    "/api-reference/events/list-events.md": read("spec/docs/list-events.md"),
    "/events/events-reference.md": read("spec/docs/events-reference.md"),
  });
  site.contents.set("/llms.txt", index.replaceAll(HOST, site.origin));
  using folder = temporaryFolder();
  for (const path of ["spec", "deckhand.lock.json", "deckhand.config.ts"])
    cpSync(join(projectRoot, path), join(folder.path, path), { recursive: true });
  for (const path of ["deckhand.lock.json", "deckhand.config.ts"]) {
    const here = join(folder.path, path);
    writeFileSync(here, readFileSync(here, "utf8").replaceAll(HOST, site.origin));
  }
  const before = readFiles(join(folder.path, "spec"));

  const report = await pull(folder.path);
  expect(report).toMatchObject({ exitCode: 0, written: ["spec/docs/llms.txt"], diagnostics: [] });
  const after = readFiles(join(folder.path, "spec"));
  expect(after.filter(({ path }) => path !== "docs/llms.txt")).toEqual(before);
  site.contents.clear();
  expect((await run(folder.path, "generate")).exitCode).toBe(0);
});
