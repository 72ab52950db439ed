import MarkdownIt, { type Token } from "markdown-it";

/** The parser of Markdown. Imported when there is a page: to read and run it takes a tenth of a small document's time. */

/**
 * CommonMark 0.31 with tables (GitHub Flavored Markdown, section 4.10): what begins, what ends, and the lines of text
 * between. Addresses are as the page has them.
 */
export function parseMarkdown(page: string): readonly Token[] {
  const parser = new MarkdownIt("commonmark").enable("table");
  parser.normalizeLink = (address) => address;
  parser.validateLink = () => true;
  return parser.parse(page, {});
}
