import type { Token } from "markdown-it";
import type { Position } from "../../source.ts";
import { textOf } from "./text-of.ts";

/** A table of a Markdown page (GitHub Flavored Markdown, section 4.10). */
export interface Table {
  /** The texts of the header's cells. */
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Cell {
  /** What a reader sees: no code marks, no links. */
  readonly text: string;
  /** As written, without the pipes around it. */
  readonly markdown: string;
  /** Where its content begins. */
  readonly position: Position;
}

/** The tables of a page, in its order. The parser is loaded here, at the first page that is read. */
export async function readTables(page: string): Promise<readonly Table[]> {
  const { parseMarkdown } = await import("./parse-markdown.ts");
  const lines = page.split(/\r\n?|\n/);
  const tables: (readonly Cell[])[][] = [];
  let row: Row | undefined;
  for (const token of parseMarkdown(page)) {
    if (token.type === "table_open") tables.push([]);
    else if (token.type === "tr_open") {
      const line = token.map?.[0] ?? 0;
      row = new Row(lines[line] ?? "", line + 1);
      tables.at(-1)?.push(row.cells);
    } else if (token.type === "tr_close") row = undefined;
    else if (token.type === "inline") row?.add(token);
  }
  return tables.map(([header = [], ...rows]) => ({ header: header.map(({ text }) => text), rows }));
}

/** Finds out where the cells of a row stand: the parser says on which line. */
class Row {
  readonly cells: Cell[] = [];
  readonly #text: string;
  readonly #line: number;
  /** Behind the pipe that ended the last cell. */
  #end = 0;

  constructor(text: string, line: number) {
    this.#text = text;
    this.#line = line;
  }

  add({ content, children }: Token): void {
    // In the page, a pipe of the text has a backslash in front.
    const written = content.replaceAll("|", "\\|");
    const start = Math.max(this.#end, this.#text.indexOf(written, this.#end));
    const text = textOf(children ?? []).trim();
    const position = { line: this.#line, column: start + 1 };
    this.cells.push({ text, markdown: content, position });
    this.#end = this.#text.indexOf("|", start + written.length) + 1 || this.#text.length;
  }
}
