import { renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { reportingErrors } from "./errors.ts";
import { makeFolder } from "./make-folder.ts";
import type { OutputFolder } from "./output-file.ts";
import { readIfPossible } from "./read-if-possible.ts";

/**
 * Writes one file by a rename, so that it is whole at every moment. False when it already had these bytes and was left
 * alone. Diagnostic: `output-unwritable`.
 */
export function writeFileWhole({ path, name }: OutputFolder, text: string): boolean {
  return reportingErrors(name, () => {
    if (readIfPossible(path) === text) return false;
    const temporary = `${path}.${process.pid}.tmp`;
    makeFolder(dirname(path));
    try {
      writeFileSync(temporary, text);
      renameSync(temporary, path);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
    return true;
  });
}
