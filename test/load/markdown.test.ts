import { expect, test } from "vitest";
import { readTables } from "../../generator/load/markdown/tables.ts";
import { readIndex } from "../../generator/load/site/read-index.ts";

test("a cell is what a reader sees, what is written, and where", async () => {
  const page =
    "# Events\n\n> | Type | When |\n> |---|---|\n> | `a.b` | [One](/x) \\| `two` |\n> |  | |\n";
  expect(await readTables(page)).toEqual([
    {
      header: ["Type", "When"],
      rows: [
        [
          { text: "a.b", markdown: "`a.b`", position: { line: 5, column: 5 } },
          {
            text: "One | two",
            markdown: "[One](/x) | `two`",
            position: { line: 5, column: 13 },
          },
        ],
        [
          { text: "", markdown: "", position: { line: 6, column: 1 } },
          { text: "", markdown: "", position: { line: 6, column: 4 } },
        ],
      ],
    },
  ]);
});

test("a cell is found behind an equal one, and on its line whatever ends lines", async () => {
  const [table] = await readTables("Text\r\n\r\n| A | B |\r\n|---|---|\r\n| x | x |\r\n");
  expect(table?.rows.map((row) => row.map(({ position }) => position))).toEqual([
    [
      { line: 5, column: 3 },
      { line: 5, column: 7 },
    ],
  ]);
});

test("the links of an index have the headings of the page above them", async () => {
  const page = [
    "# Shop",
    "- [Pets *and* toys](/pets.md#top), <https://a.com/b>",
    "> ## Not of the page",
    "> [By name][more] and https://a.com/c_d_e.",
    "",
    "API",
    "---",
    "`https://a.com/code` ![](https://a.com/image) [Again](/pets.md) [Mail](mailto:a@b.c)",
    "",
    "[more]: ../more.md?a=b%20c",
  ].join("\n");
  const links = await readIndex(page, new URL("https://shop.com/docs/llms.txt"));
  expect(links.map(({ url, title, headings }) => [url.href, title, headings])).toEqual([
    ["https://shop.com/pets.md", "Pets and toys", ["Shop"]],
    ["https://a.com/b", "https://a.com/b", ["Shop"]],
    ["https://shop.com/more.md?a=b%20c", "By name", ["Shop"]],
    ["https://a.com/c_d_e", "", ["Shop"]],
  ]);
});
