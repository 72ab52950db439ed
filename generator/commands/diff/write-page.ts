import { existsSync, readFileSync } from "node:fs";
import { fail } from "../../diagnostics.ts";
import type { Diff } from "../../diff/diff.ts";
import { formatHtml, PAGE_MARK } from "../../diff/show/html.ts";
import type { OutputFolder } from "../../write/output-file.ts";
import { writeFileWhole } from "../../write/write-file.ts";

/** Writes the page. A slip such as `--html index.html` must not cost a file: only earlier pages are replaced. */
export function writePage(file: OutputFolder, diff: Diff): void {
  if (existsSync(file.path) && !isPage(file.path))
    fail("foreign-file", undefined, { path: file.name });
  writeFileWhole(file, formatHtml(diff));
}

function isPage(path: string): boolean {
  try {
    return readFileSync(path, "utf8").includes(PAGE_MARK);
  } catch {
    return false;
  }
}
