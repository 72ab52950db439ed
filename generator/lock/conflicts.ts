/** The two texts that a file with conflict markers stands for, as git writes them, also in its diff3 and zdiff3 styles. */
export interface Sides {
  readonly ours: string;
  readonly theirs: string;
}

type Part = "both" | "ours" | "base" | "theirs";

/** Undefined for a text without conflict markers. */
export function conflictSides(text: string): Sides | undefined {
  const lines = text.split(/\r?\n/);
  if (!lines.some((line) => line.startsWith("<<<<<<< "))) return undefined;
  const ours: string[] = [];
  const theirs: string[] = [];
  let part: Part = "both";
  for (const line of lines) {
    const next = partAfter(line, part);
    if (next !== undefined) {
      part = next;
      continue;
    }
    if (part === "both" || part === "ours") ours.push(line);
    if (part === "both" || part === "theirs") theirs.push(line);
  }
  return { ours: ours.join("\n"), theirs: theirs.join("\n") };
}

/** The part that a marker begins; undefined for any other line. */
function partAfter(line: string, part: Part): Part | undefined {
  if (line.startsWith("<<<<<<< ")) return "ours";
  if (part === "both") return undefined;
  if (line.startsWith("||||||| ") || line === "|||||||") return "base";
  if (line === "=======") return "theirs";
  return line.startsWith(">>>>>>> ") ? "both" : undefined;
}
