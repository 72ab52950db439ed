import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../cli/run.ts";
import { type TextFile, writeFiles } from "../harness/folders.ts";
import { indexProject, operationIds } from "./project.ts";
import { operationPage, serveSite } from "./site.ts";

test("a pull that was killed while it wrote is used by nobody, and the next one finishes it", async () => {
  await using site = await serveSite({
    "/llms.txt": "# Shop\n\n- [Pets](/pets.md)\n",
    "/pets.md": operationPage("/pets", "get", "listPets"),
  });
  using folder = indexProject(site);
  expect((await run(folder.path, "pull")).exitCode).toBe(0);
  expect((await run(folder.path, "generate")).exitCode).toBe(0);

  const page = { path: "spec/docs/pets.md", text: operationPage("/pets", "get", "findPets") };
  const paths = { "/pets": { get: { operationId: "findPets", responses: {} } } };
  const info = { title: "Shop API", version: "2.0.0" };
  const document = {
    path: "spec/v2.json",
    text: JSON.stringify({ openapi: "3.1.1", info, paths }),
  };
  // The page is in place, the document is not: where a kill may leave it.
  writeFiles(folder.path, [page, prepared(document.text, 1), journalOf(page, document)]);
  for (const command of ["generate", "check"]) {
    const { exitCode, err } = await run(folder.path, command);
    expect(exitCode).toBe(5);
    expect(err).toContain("error interrupted-pull");
  }
  expect(operationIds(folder.path)).toEqual(["listPets"]);

  site.contents.clear();
  expect((await run(folder.path, "pull")).exitCode).toBe(5);
  expect(operationIds(folder.path)).toEqual(["findPets"]);
  expect((await run(folder.path, "generate")).exitCode).toBe(0);
});

test("a pull that was killed while it prepared has changed nothing", async () => {
  await using site = await serveSite({
    "/llms.txt": "# Shop\n\n- [Pets](/pets.md)\n",
    "/pets.md": operationPage("/pets", "get", "listPets"),
  });
  using folder = indexProject(site);
  await run(folder.path, "pull");
  writeFiles(folder.path, [prepared("{", 0)]);
  expect((await run(folder.path, "generate")).exitCode).toBe(0);
  rmSync(join(folder.path, "spec/v2.json"));
  expect((await run(folder.path, "pull")).exitCode).toBe(0);
  expect(operationIds(folder.path)).toEqual(["listPets"]);
});

/** A new file as it waits, by its place in the journal. */
function prepared(text: string, index: number): TextFile {
  return { path: `.deckhand-write/${index}`, text };
}

function journalOf(...files: readonly TextFile[]): TextFile {
  const journal = { write: files.map(({ path }) => path), remove: [] };
  return { path: ".deckhand-write/journal.json", text: JSON.stringify(journal) };
}
