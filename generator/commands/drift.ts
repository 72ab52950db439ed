import { createTwoFilesPatch } from "diff";
import type { Colors } from "../diagnostics/colors.ts";
import { printable } from "../diagnostics/printable.ts";
import type { PlannedFile, WritePlan } from "../write/plan.ts";
import { count } from "./report.ts";

/** Beyond so many changed lines a diff of one file is slow to make and useless to read. */
const MAX_EDITS = 2000;

/** What differs between a folder and what `generate` would write: a unified diff of each file, then a summary. */
export function formatDrift(
  { write, remove, folder: { name: folder } }: WritePlan,
  colors: Colors,
): string {
  const blocks = write.map((file) =>
    file.before === undefined
      ? `${colors.green("missing")} ${folder}/${file.path}\n`
      : formatPatch(file, file.before, folder, colors),
  );
  blocks.push(...remove.map((path) => `${colors.red("surplus")} ${folder}/${path}\n`));
  const summary = `${folder} has drifted: ${count(write.length + remove.length, "file")}. Run \`deckhand generate\` to update it.\n`;
  return `${blocks.join("")}\n${summary}`;
}

function formatPatch(
  { path, text }: PlannedFile,
  before: string,
  folder: string,
  colors: Colors,
): string {
  const name = `${folder}/${path}`;
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
