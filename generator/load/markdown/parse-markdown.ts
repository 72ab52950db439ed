import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";

/** The parser of Markdown. Imported when there is a page, and then all at once: its packages are many small files. */

/** CommonMark 0.31. */
export function parseMarkdown(page: string): Root {
  return fromMarkdown(page);
}

/** CommonMark with tables (GitHub Flavored Markdown, section 4.10). */
export function parseMarkdownWithTables(page: string): Root {
  const options = { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] };
  return fromMarkdown(page, options);
}
