import { createTwoFilesPatch } from "diff";
import type { Colors } from "../../diagnostics/colors.ts";
import { printable } from "../../diagnostics/printable.ts";
import { count } from "../report.ts";
import type { Drift, DriftedFile } from "./drift.ts";

/** Beyond so many changed lines a diff of one file is slow to make and useless to read. */
const MAX_EDITS = 2000;

/** What differs between a project and what `generate` would write: a unified diff of each file, then why, in a line. */
export function formatDrift(drift: Drift, colors: Colors): string {
  const blocks = drift.files.map((file) => formatFile(file, colors));
  return `${blocks.join("")}\n${summaryOf(drift)}`;
}

function summaryOf({ output, files, moved, staged }: Drift): string {
  const found = `${output} has drifted${staged ? " in what is staged" : ""}: ${count(files.length, "file")}.`;
  const then = staged ? " and stage the result" : "";
  if (moved?.length === 0)
    return `${found} Nothing that it is made from has changed, so somebody edited it. Run \`deckhand generate\`${then} to undo that.\n`;
  const reason =
    moved === undefined
      ? ""
      : ` Changed since it was generated: ${moved.map(printable).join(", ")}.`;
  return `${found}${reason} Run \`deckhand generate\`${then} to update it.\n`;
}

function formatFile(file: DriftedFile, colors: Colors): string {
  switch (file.kind) {
    case "missing":
      return `${colors.green("missing")} ${file.name}\n`;
    case "surplus":
      return `${colors.red("surplus")} ${file.name}\n`;
    case "changed":
      return formatPatch(file.name, file.before, file.text, colors);
  }
}

function formatPatch(name: string, before: string, text: string, colors: Colors): string {
  const patch = createTwoFilesPatch(name, name, before, text, "as it is", "as generated", {
    context: 3,
    maxEditLength: MAX_EDITS,
  });
  if (patch === undefined) return `${colors.yellow("changed")} ${name} (too much to show)\n`;
  const lines = patch.replace(/^=+\n/, "").split("\n").slice(0, -1);
  return lines.map((line) => `${paint(printable(line.replace("\t", " ")), colors)}\n`).join("");
}

function paint(line: string, colors: Colors): string {
  if (line.startsWith("---") || line.startsWith("+++")) return colors.bold(line);
  if (line.startsWith("-")) return colors.red(line);
  if (line.startsWith("+")) return colors.green(line);
  return line.startsWith("@@") ? colors.cyan(line) : line;
}
