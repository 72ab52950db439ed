import { holdsOpenApi } from "../../generator/load/markdown/markdown-source.ts";
import { describe, expect, test } from "vitest";
import { type Fence, fencesOf } from "../../generator/load/markdown/fences.ts";
import { parseMarkdown } from "../../generator/load/markdown/parse-markdown.ts";

const pages: Readonly<Record<string, string>> = {
  "with backticks": "# A\n\n```yaml /v2.json get /a\na: 1\n```\n\nText\n",
  "with tildes": "~~~json https://a.com/v2.json GET /a\n{}\n~~~\n",
  "around an indented one":
    "```yaml\ndescription: |\n    Like this:\n    ```\n    x\n    ```\n```\n\n```\nb\n```\n",
  "longer than one inside": "````md\n```yaml\na: 1\n```\n````\n",
  "of the other kind inside": "```md\n~~~yaml\na: 1\n~~~\n```\n",
  "in a list": '1. First\n\n   ```json\n   {\n     "a": 1\n   }\n   ```\n\n2. Second\n',
  "right behind a bullet": "- ```yaml\n  a: 1\n  ```\n",
  "in a quote": "> Note\n>\n> ```yaml\n> a: 1\n>\n>   b: 2\n> ```\n\n```json\n{}\n```\n",
  "that the end of a quote ends": "> ```yaml\n> a: 1\n```json\n{}\n```\n",
  "that nothing closes": "```yaml\na: 1\n",
  "without a word behind it": "```\na\n```\n",
  "with empty content": "```yaml\n```\n",
  "moved by some spaces": "   ```yaml\n   a:\n     b: 1\n   ```\n",
  "that no info string can have": "``` a`b\ntext\n",
  "in a line": "Use ```code``` here\n\n```yaml\na: 1\n```\n",
  "with attributes": "```json theme={null}\n{}\n```\n",
  "closed by more": "```yaml\na: 1\n`````\n\nText\n",
};

describe("fenced blocks are those of a Markdown parser", () => {
  test.each(Object.keys(pages))("%s", (name) => {
    const page = pages[name] ?? "";
    const blocks = parsedFences(page);
    expect(fencesOf(page)).toEqual(blocks.map((block) => expect.objectContaining(block)));
  });
});

function parsedFences(page: string): readonly Fence[] {
  const fences = parseMarkdown(page).filter(({ type }) => type === "fence");
  return fences.map(({ info, content, map }) => {
    const [lang = "", meta = ""] = info.trim().split(/\s+(.*)/);
    return { lang, meta, text: content.replace(/\n$/, ""), line: (map?.[0] ?? 0) + 2 };
  });
}

test("a block that the end of the page ends is open", () => {
  expect(fencesOf("```\na\n```\n\n````\nb\n```\n").map(({ isOpen }) => isOpen)).toEqual([
    undefined,
    true,
  ]);
});

test("line ends of Windows are no part of the blocks", () => {
  expect(fencesOf("a\r\n\r\n```yaml x get /y\r\na: 1\r\nb: 2\r\n```\r\n")).toEqual([
    { lang: "yaml", meta: "x get /y", text: "a: 1\nb: 2", line: 4 },
  ]);
});

test.each<[text: string, holds: boolean]>([
  ["openapi: 3.1.0\ninfo: {}", true],
  ["info: a\ntags: b\nopenapi: 3.0.0", true],
  ['{"openapi":"3.0.3","info":{}}', true],
  ['{\n  "_id": "/branches/1.0",\n  "openapi": "3.0.0"\n}', true],
  ["# As it is today\n---\n  swagger: '2.0'", true],
  ["tools:\n  openapi: 3.1.0", false],
  ['{\n  "a": {\n    "openapi": "3.1.0"\n  }\n}', false],
  ["openapi: openapi.json", false],
])("whether the block %j holds an OpenAPI document: %s", (text, holds) => {
  expect(holdsOpenApi({ text, lang: "yaml", meta: "", line: 1 })).toBe(holds);
});
