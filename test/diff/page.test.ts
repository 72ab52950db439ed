import { existsSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import type { Diff } from "../../generator/diff/diff.ts";
import { formatHtml } from "../../generator/diff/show/html.ts";
import { formatMarkdown } from "../../generator/diff/show/markdown.ts";
import { decide } from "../../generator/diff/verdict.ts";
import { diffDocuments } from "../../generator/diff/wire.ts";
import { temporaryFolder, writeFiles } from "../harness/folders.ts";
import { runProcess } from "../harness/process.ts";
import { documentsOf } from "../properties/document.ts";

const hostile = `</script></pre><img src=x onerror="document.title='owned'">\`\`<b>\u202e`;

/** Chromium, where it is installed: `apt-get install chromium`. */
const chromium = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path));

describe("hostile text", () => {
  const diff = diffOf(documentWith("first", hostile), documentWith("second", hostile));

  test("is encoded in the page", () => {
    const page = formatHtml(diff);
    expect(page).toContain("&lt;img src=x");
    expect(page).not.toContain("<img");
    expect(page.match(/<script>/g)).toHaveLength(1);
    expect(page).not.toContain("\u202e");
  });

  test("stands inside code in Markdown, behind a fence that it can not close", () => {
    const line = formatMarkdown(diff)
      .split("\n")
      .find((one) => one.startsWith("- **"));
    const outside = line?.replace(/(`+) ?.*? ?(?<!`)\1(?!`)/g, "");
    expect(outside).not.toMatch(/[<`]/);
  });
});

describe("Markdown for a pull request", () => {
  test("says each change below what it is about", () => {
    const names = formatMarkdown(diffOf(documentWith("first", ""), documentWith("second", "")));
    expect(names.split("\n").slice(4)).toEqual([
      "- **major** `listPets`: parameter `first` is gone; `second` is new",
      "",
      "<details><summary>On the wire: 1 breaking, 1 compatible</summary>",
      "",
      "**`listPets`**",
      "",
      "- breaking: parameter `first` is gone<br>`spec.json:1:1` → `spec.json:1:1` (optional-parameter-removed, request, 9576aab9b687)",
      "- compatible: parameter `second` is new<br>`spec.json:1:1` → `spec.json:1:1` (optional-parameter-added, request, 1973c07c8468)",
      "",
      "</details>",
      "",
    ]);
  });

  test("is never longer than GitHub takes, and says what is left out", () => {
    const text = formatMarkdown(diffOf(withPaths(1), withPaths(2000)));
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text.length).toBeGreaterThan(64_000);
    const [, reasons, changes] =
      /\n<\/details>\n\n(?:(\d+) reasons and )?(\d+) changes are left out here, the least severe ones; `deckhand diff --html FILE` shows all\.\n$/.exec(
        text,
      ) ?? [];
    const shown = (start: string): number =>
      text.split("\n").filter((line) => line.startsWith(start)).length;
    expect(shown("- **") + Number(reasons ?? 0)).toBe(1999);
    expect(shown("- compatible") + Number(changes)).toBe(1999);
  });
});

test.skipIf(chromium === undefined)(
  "Chromium shows the page, filters by the address, and runs nothing else",
  { timeout: 120_000 },
  async () => {
    const page = formatHtml(
      diffOf(documentWith("first", hostile), documentWith("second", hostile)),
    );
    using folder = temporaryFolder();
    writeFiles(folder.path, [{ path: "diff.html", text: page }]);
    const shown = async (hash: string): Promise<string> => {
      const url = `file://${join(folder.path, "diff.html")}${hash}`;
      const words = ["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", url];
      return (await runProcess(chromium ?? "", words)).stdout;
    };
    const all = await shown("");
    expect(all).toContain(">2 of 2 changes</output>");
    expect(all).not.toContain("owned</title>");
    expect(await shown("#severity=breaking")).toContain(">1 of 2 changes</output>");
    const id = /<li id="([^"]+)"/.exec(page)?.[1] ?? "";
    expect(all).not.toContain('<details open="">\n<summary><span');
    expect(await shown(`#${id}`)).toContain('<details open="">\n<summary><span');
    expect(await shown("#operation=nothing")).toContain(">2 of 2 changes</output>");
    expect(await shown("#text=no-such-words")).toMatch(/<p id="none">/);
  },
);

/** An operation with one parameter, called `name`, and a hostile one that stays. */
function documentWith(name: string, text: string): unknown {
  const document = load(`
openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths:
  /pets: { get: { operationId: listPets, responses: {} } }
`) as { paths: { "/pets": { get: { parameters?: object[] } } } };
  const parameters = [{ name: `${name}${text}`, in: "query", schema: { type: "string" } }];
  document.paths["/pets"].get.parameters = parameters;
  return document;
}

/** Many operations. */
function withPaths(count: number): unknown {
  const paths = Array.from({ length: count }, (_, index) => [
    `/p${index}`,
    { get: { operationId: `get${index}`, responses: {} } },
  ]);
  return {
    openapi: "3.1.0",
    info: { title: "Pets", version: "1.0.0" },
    paths: Object.fromEntries(paths),
  };
}

function diffOf(old: unknown, newer: unknown): Diff {
  const changes = diffDocuments(documentsOf(old), documentsOf(newer));
  const side = { name: hostile, title: hostile, version: hostile };
  return { old: side, new: side, changes, verdict: decide(changes, []) };
}
