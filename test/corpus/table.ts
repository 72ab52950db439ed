import type { Row } from "./check-document.ts";

const columns: readonly (readonly [title: string, cell: (row: Row) => string | number])[] = [
  ["document", (row) => row.name],
  ["operations", (row) => row.operations],
  ["functions", (row) => row.functions],
  ["files", (row) => row.files],
  ["kB", (row) => row.kilobytes],
  ["ms", (row) => row.milliseconds],
  ["exit", (row) => row.exitCode ?? "-"],
  ["errors", (row) => row.diagnostics["errors"] ?? "-"],
  ["warnings", (row) => row.diagnostics["warnings"] ?? "-"],
  ["infos", (row) => row.diagnostics["infos"] ?? "-"],
  ["result", (row) => (row.problems.length === 0 ? "ok" : `FAILED (${row.problems.length})`)],
];

/** The rows as an aligned table: words to the left, numbers to the right. */
export function formatTable(rows: readonly Row[]): string {
  const cells = [
    columns.map(([title]) => title),
    ...rows.map((row) => columns.map(([, cell]) => `${cell(row)}`)),
  ];
  const widths = columns.map((_, column) =>
    Math.max(...cells.map((line) => line[column]?.length ?? 0)),
  );
  const last = columns.length - 1;
  return cells
    .map((line) =>
      line
        .map((cell, column) =>
          column === 0 || column === last
            ? cell.padEnd(widths[column] ?? 0)
            : cell.padStart(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
