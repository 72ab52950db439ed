import fc from "fast-check";
import { expect, test } from "vitest";

import { printComment } from "../../generator/emit/print/comment/comment.ts";
import { htmlToMarkdown } from "../../generator/emit/print/comment/html-to-markdown.ts";

test.each([
  ["paragraphs", "<p>One.</p> <p>Two.</p>\n<p>Three.", "One.\n\nTwo.\n\nThree."],
  ["words", "A <b>bold </b>and <i>quiet</i><em>.</em>", "A **bold** and *quiet**.*"],
  ["code and what it is written with", "Use <code>a &lt; `b`</code>.", "Use `` a < `b` ``."],
  ["code in which nothing else means anything", "<code><b>x</b> <a>y</a></code>", "`x y`"],
  [
    "links",
    'See <a href="https://a.example/?x=1&amp;y=2"> here</a>.',
    "See [here](https://a.example/?x=1&y=2).",
  ],
  [
    "links that lead nowhere from a comment",
    '<a href="#x">a</a> <a href="/b">b</a> <a>c</a>',
    "a b c",
  ],
  ["links that are dangerous", '<a href="javascript:alert(1)">a</a>', "a"],
  ["lines", "One<br>two<br/><br />three", "One  \ntwo\n\nthree"],
  [
    "lists",
    "Either:\n<ul>\n  <li>one</li>\n  <li><p>two</p><p>more</p></li>\n</ul>or<ol><li>x<li>y</ol>",
    "Either:\n\n- one\n- two\n\n  more\n\nor\n\n1. x\n2. y",
  ],
  ["lists in lists", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"],
  ["headings and rules", "<h2>Title</h2>Text<hr>more", "### Title\n\nText\n\n---\n\nmore"],
  [
    "what keeps its lines",
    "So:<pre><code>a\n  &lt;b&gt;\n</code></pre>done",
    "So:\n\n```\na\n  <b>\n```\n\ndone",
  ],
  ["pictures", '<img src="https://a.example/b.png" alt="B">', "![B](https://a.example/b.png)"],
  ["elements that say nothing", '<div><span class="x">a</span> <font>b</font></div>', "a b"],
  ["nothing", "<p/>", ""],
])("says HTML in Markdown: %s", (_, html, markdown) => {
  expect(htmlToMarkdown(html)).toBe(markdown);
});

test.each([
  ["placeholders", "/users/<id>/<a>/<b>, a <b and c> d"],
  ["what Markdown cannot say", "10<sup>6</sup>"],
  ["code", "`<p>` and ```\n<b>x</b>\n```"],
  ["HTML tables", "<table><tr><td><p>a</p></td></tr></table>"],
  ["lines in a table of Markdown", "| a |\n| --- |\n| b<br>c |"],
  ["Markdown", "a\n\n    code\n- x\n  1. y"],
])("leaves %s alone", (_, text) => {
  expect(htmlToMarkdown(text)).toBe(text);
});

test("what tags were hiding cannot end a comment", () => {
  expect(printComment({ text: "a *<span>/</span> b <p>@internal</p>" }, "")).toBe(
    "/**\n * a *\\/ b\n *\n * \\@\\internal\n */",
  );
});

test("long texts of elements that never end come to an end", () => {
  const parts = [
    "<b>",
    "</i>",
    "<i>",
    "</b>",
    "<ul><li>",
    "<code>",
    "`",
    "<table>",
    "<pre>",
    "</a>",
    "<a href='",
    "<p",
  ];
  for (const part of parts) {
    const text = part.repeat(50_000);
    expect(htmlToMarkdown(text).length).toBeLessThan(text.length * 20);
  }
});

test("the letters of a text survive whatever tags stand between them", () => {
  const tag = fc.constantFrom(
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<ul>",
    "</ul>",
    "<li>",
    "<br>",
    "<a>",
    "</a>",
  );
  const piece = fc.oneof(
    tag,
    fc.constantFrom("<code>", "</code>"),
    fc.stringMatching(/^[a-z ]{1,5}$/),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const letters = pieces.filter((one) => !one.startsWith("<")).join("");
      const markdown = htmlToMarkdown(pieces.join("")).replace(/<\/?(?:b|i|a|code)>/g, "");
      expect(markdown.replace(/[^a-z]/g, "")).toBe(letters.replace(/ /g, ""));
    }),
    { numRuns: 500, seed: 7 },
  );
});
