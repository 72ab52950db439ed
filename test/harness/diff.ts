import { createTwoFilesPatch } from "diff";
import type { TextFile } from "./folders.ts";

/**
 * The unified diff that leads from `expected` to `actual`, file by file; empty when they are equal.
 * At most `limit` lines, so that a large change stays readable in a test's output.
 */
export function diffFiles(
  expected: readonly TextFile[],
  actual: readonly TextFile[],
  limit = 200,
): string {
  const before = new Map(expected.map((file) => [file.path, file.text]));
  const after = new Map(actual.map((file) => [file.path, file.text]));
  const lines = [...new Set([...before.keys(), ...after.keys()])]
    .toSorted()
    .filter((path) => before.get(path) !== after.get(path))
    .flatMap((path) => patch(path, before.get(path), after.get(path)));
  if (lines.length <= limit) return lines.join("\n");
  return [...lines.slice(0, limit), `... ${lines.length - limit} more lines`].join("\n");
}

function patch(path: string, before: string | undefined, after: string | undefined): string[] {
  const name = (text: string | undefined): string => (text === undefined ? "/dev/null" : path);
  const text = createTwoFilesPatch(name(before), name(after), before ?? "", after ?? "", "", "", {
    context: 2,
  });
  return text.trimEnd().split("\n");
}
