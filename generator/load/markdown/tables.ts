import type { Nodes, Table as TableNode, TableCell } from "mdast";
import type { Position } from "../../source.ts";
import { type Fence, fencesIn } from "./fences.ts";

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

/** What a page with tables holds, as far as it is read. */
export interface TablesPage {
  /** In the order of the page. */
  readonly tables: readonly Table[];
  /** Its code blocks. */
  readonly fences: readonly Fence[];
}

/** The tables and code blocks of a page. The parser is loaded here, at the first page that is read. */
export async function readTables(page: string): Promise<TablesPage> {
  const { parseMarkdownWithTables } = await import("./parse-markdown.ts");
  const root = parseMarkdownWithTables(page);
  return { tables: tablesIn(root).map((table) => readTable(page, table)), fences: fencesIn(root) };
}

function tablesIn(node: Nodes): readonly TableNode[] {
  if (node.type === "table") return [node];
  return "children" in node ? node.children.flatMap(tablesIn) : [];
}

function readTable(page: string, table: TableNode): Table {
  const [header, ...rows] = table.children;
  return {
    header: header?.children.map(textOf) ?? [],
    rows: rows.map((row) => row.children.map((cell) => readCell(page, cell))),
  };
}

function readCell(page: string, cell: TableCell): Cell {
  const first = cell.children[0]?.position ?? cell.position;
  const last = cell.children.at(-1)?.position;
  const written = last === undefined ? "" : page.slice(first?.start.offset, last.end.offset);
  return {
    text: textOf(cell).trim(),
    // Inside of a table, a pipe of the text has a backslash in front.
    markdown: written.replaceAll("\\|", "|"),
    position: { line: first?.start.line ?? 1, column: first?.start.column ?? 1 },
  };
}

function textOf(node: Nodes): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}
