const BEGIN = "<!-- tables: `npm run bench:field-report` -->";
const END = "<!-- /tables -->";

/** A heading, a table under it, and a sentence that a reader of the figures needs. */
export interface Table {
  readonly title: string;
  /** Default: figures, to the right of their columns. */
  readonly holds?: "words";
  readonly note?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A section of a page. */
export function markdownOf({ title, holds, note, head, rows }: Table): string {
  const rule = head.map((_, column) => (column === 0 || holds === "words" ? ":--" : "--:"));
  const lines = [head, rule, ...rows].map((cells) => `| ${cells.map(cellOf).join(" | ")} |`);
  return [`### ${title}`, ...(note === undefined ? [] : [note]), lines.join("\n")].join("\n\n");
}

/** The page with other tables between its two marks. */
export function replaceTables(page: string, tables: readonly Table[]): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`The page lacks ${BEGIN} or ${END}.`);
  const body = tables.map(markdownOf).join("\n\n");
  return `${page.slice(0, begin)}${BEGIN}\n\n${body}\n\n${page.slice(end)}`;
}

function cellOf(text: string): string {
  return text.replace(/\s+/g, " ").replaceAll("|", () => "\\|");
}
