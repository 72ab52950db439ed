import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's root folder. */
export const projectRoot: string = fileURLToPath(new URL("../../", import.meta.url));

export interface TextFile {
  /** Relative, with `/`. */
  readonly path: string;
  readonly text: string;
}

/**
 * A new folder outside the project whose TypeScript files are ES modules.
 * Removed when it is disposed: `using folder = temporaryFolder()`.
 */
export function temporaryFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), "deckhand-"));
  writeFileSync(join(path, "package.json"), '{ "type": "module" }\n');
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** Writes files below a folder, making the folders that they need. */
export function writeFiles(folder: string, files: readonly TextFile[]): void {
  for (const file of files) {
    const path = join(folder, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.text);
  }
}

/** All files below a folder as text, sorted by path; none if the folder is not there. */
export function readFiles(folder: string): TextFile[] {
  return listFiles(folder).map((path) => ({
    path: relative(folder, path).split(sep).join("/"),
    text: readFileSync(path, "utf8"),
  }));
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
