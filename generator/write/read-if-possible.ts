import { readFileSync } from "node:fs";

/** The text of a file; undefined when there is no such file, or when it can not be read as one. */
export function readIfPossible(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
