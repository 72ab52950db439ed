import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Places } from "../../generator/commands/pull/places.ts";
import { writeFiles } from "../harness/folders.ts";
import { indexProject, messagesOf, operationIds, pull } from "./project.ts";
import { operationPage, serveSite } from "./site.ts";

test.each([
  ["https://example.com/docs/a/list.md", "spec/docs/a/list.md"],
  ["https://example.com/docs/a/list", "spec/docs/a/list.md"],
  ["https://example.com/docs/a/", "spec/docs/a/index.md"],
  ["https://example.com/other.md", "spec/docs/external/example.com/other.md"],
  ["https://example.com:8443/docs/a.md", "spec/docs/external/example.com-8443/docs/a.md"],
  ["https://example.com/docs/a.md?lang=de", "spec/docs/a-18d5c262.md"],
  ["https://example.com/docs/a%2F..%2F..%2Fb.md", "spec/docs/a-2F-2F-2Fb-ba648cf7.md"],
  ["https://example.com/docs/.git/config", "spec/docs/config-36237b0e.md"],
  ["https://example.com/docs/con.md", "spec/docs/con-e939d0ef.md"],
  ["https://example.com/docs/%E2%80%AEa.md", "spec/docs/E2-80-AEa-a1830332.md"],
])("the page %s is kept as %s", (address, path) => {
  const places = new Places("spec/docs", new URL("https://example.com/docs/llms.txt"));
  expect(places.placeOf(new URL(address), ".md")).toBe(path);
});

test("pages whose addresses differ in case only do not share a file", () => {
  const places = new Places("spec/docs", new URL("https://example.com/llms.txt"));
  const paths = ["a", "A", "a"].map((name) =>
    places.placeOf(new URL(`https://example.com/${name}.md`), ".md"),
  );
  expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(2);
  expect(paths[2]).toBe(paths[0]);
});

test("a file that the configuration names is the one of the page that is called like it", async () => {
  await using site = await serveSite({
    "/llms.txt": "# Shop\n\n- [Pets](/pets.md)\n- [Events](/guides/events.md)\n",
    "/pets.md": operationPage("/pets", "get", "listPets"),
    "/guides/events.md": "# Events\n\n| Event |\n| --- |\n| `pet.created` |\n",
  });
  using folder = indexProject(site, {}, { events: { page: "spec/docs/events.md" } });
  const { written, diagnostics } = await pull(folder.path);
  expect(diagnostics).toEqual([]);
  expect(written).toContain("spec/docs/events.md");
});

test("an index below another that can not be had for a while keeps its pages", async () => {
  const inner = "# Inner\n\n- [Toys](/toys.md)\n";
  await using site = await serveSite({
    "/llms.txt": "# Shop\n\n- [Pets](/pets.md)\n- [More](/more/llms.txt)\n",
    "/more/llms.txt": inner,
    "/pets.md": operationPage("/pets", "get", "listPets"),
    "/toys.md": operationPage("/toys", "get", "listToys"),
  });
  using folder = indexProject(site);
  await pull(folder.path);
  const copy = 'its copy in "spec/docs/more/llms.txt" stays.';
  for (const [content, reason] of [
    ["<html><body>Sign in</body></html>", "it is a web page in HTML"],
    ["\n", "it is empty"],
    [undefined, "the server answered 404"],
  ] as const) {
    if (content === undefined) site.contents.delete("/more/llms.txt");
    else site.contents.set("/more/llms.txt", content);
    const report = await pull(folder.path);
    expect(messagesOf(report, site)).toEqual([
      `page-left-out The page /more/llms.txt can not be used: ${reason}; ${copy}`,
    ]);
    expect(report).toMatchObject({ written: [], removed: [] });
  }
  expect(operationIds(folder.path)).toEqual(["listPets", "listToys"]);

  site.contents.set("/llms.txt", "# Shop\n\n- [Pets](/pets.md)\n");
  const { removed } = await pull(folder.path);
  expect(removed).toEqual(["spec/docs/more/llms.txt", "spec/docs/toys.md"]);
  expect(readdirSync(join(folder.path, "spec/docs"))).toEqual(["llms.txt", "pets.md"]);
  expect(operationIds(folder.path)).toEqual(["listPets"]);
});

test("an index that lists nothing any more changes nothing", async () => {
  await using site = await serveSite({
    "/llms.txt": "# Shop\n\n- [Pets](/pets.md)\n",
    "/pets.md": operationPage("/pets", "get", "listPets"),
  });
  using folder = indexProject(site);
  await pull(folder.path);
  site.contents.set("/llms.txt", "# Shop\n\n> Soon.\n");
  expect((await pull(folder.path)).exitCode).not.toBe(0);
  expect(operationIds(folder.path)).toEqual(["listPets"]);
});

test("a page that somebody edited stops the pull, and one that the index lists no more stays on the disk", async () => {
  await using site = await serveSite({
    "/llms.txt": "# Shop\n\n- [Pets](/pets.md)\n- [Toys](/toys.md)\n",
    "/pets.md": operationPage("/pets", "get", "listPets"),
    "/toys.md": operationPage("/toys", "get", "listToys"),
  });
  using folder = indexProject(site);
  await pull(folder.path);
  writeFiles(folder.path, [{ path: "spec/docs/toys.md", text: "# Mine\n" }]);
  const refused = await pull(folder.path);
  expect(refused.exitCode).toBe(5);
  expect(messagesOf(refused, site)[0]).toContain('"spec/docs/toys.md" was edited since it was');
  site.contents.set("/llms.txt", "# Shop\n\n- [Pets](/pets.md)\n");
  expect(await pull(folder.path)).toMatchObject({ exitCode: 0, removed: [] });
  expect(readdirSync(join(folder.path, "spec/docs"))).toContain("toys.md");
});
