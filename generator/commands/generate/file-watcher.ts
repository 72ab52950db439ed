import { type FSWatcher, watch } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Tells when one of some files changes, appears or goes. Their folders are watched rather than themselves: editors and
 * git put a new file in the place of the old one.
 */
export class FileWatcher implements Disposable {
  readonly #onChange: (path: string | undefined) => void;
  readonly #folders = new Map<string, FSWatcher>();
  #names: ReadonlyMap<string, ReadonlySet<string>> = new Map();

  /** `onChange` hears which file it was, where the operating system says so. */
  constructor(onChange: (path: string | undefined) => void) {
    this.#onChange = onChange;
  }

  /** From now on it is about these files (absolute paths) and no others. */
  watch(paths: readonly string[]): void {
    const names = new Map<string, Set<string>>();
    for (const path of paths) {
      const known = names.get(dirname(path)) ?? new Set<string>();
      names.set(dirname(path), known.add(basename(path)));
    }
    this.#names = names;
    for (const [folder, watcher] of this.#folders) {
      if (names.has(folder)) continue;
      watcher.close();
      this.#folders.delete(folder);
    }
    for (const folder of names.keys()) this.#open(folder);
  }

  [Symbol.dispose](): void {
    for (const watcher of this.#folders.values()) watcher.close();
    this.#folders.clear();
  }

  #open(folder: string): void {
    if (this.#folders.has(folder)) return;
    try {
      const watcher = watch(folder, (_, name) => {
        if (name === null) this.#onChange(undefined);
        else if (this.#names.get(folder)?.has(name) === true) this.#onChange(join(folder, name));
      });
      // A folder that goes away is watched anew with the next list of files.
      watcher.on("error", () => {
        watcher.close();
        this.#folders.delete(folder);
      });
      this.#folders.set(folder, watcher);
    } catch {
      // A folder that is not there has no files to change.
    }
  }
}
