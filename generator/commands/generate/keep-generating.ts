import { Failure } from "../../diagnostics.ts";
import { printDiagnostics } from "../report.ts";
import type { Invocation } from "../command.ts";
import { FileWatcher } from "./file-watcher.ts";

/** Editors write in several steps, and branches switch many files at once. Milliseconds. */
const QUIET = 100;

/**
 * Runs `generate` now and whenever one of the files changes that it read, until the terminal asks to stop. A run that
 * fails is printed and waited out. `generate` gives what it read, also in part when it fails.
 */
export async function keepGenerating(
  { terminal, quiet }: Invocation,
  generate: (read: (paths: readonly string[]) => void) => Promise<unknown>,
): Promise<void> {
  const changes = new Changes();
  using watcher = new FileWatcher(() => changes.note());
  const interruption = terminal.interruption();
  interruption.addEventListener("abort", () => changes.stop(), { once: true });
  let known: readonly string[] = [];
  while (!interruption.aborted) {
    const read = new Set<string>();
    try {
      await generate((paths) => {
        for (const path of paths) read.add(path);
        // Watched before the files are read, so that no change goes by unseen.
        watcher.watch([...known, ...read]);
      });
      known = [...read];
      watcher.watch(known);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      known = [...new Set([...known, ...read])];
      printDiagnostics(terminal, error.diagnostics, quiet);
    }
    if (!quiet) terminal.err("Watching for changes; Ctrl+C ends it.\n");
    await changes.next();
  }
}

/** Whether something has changed since somebody waited for it. */
class Changes {
  #changed = false;
  #stopped = false;
  #wake: () => void = () => {};

  note(): void {
    this.#changed = true;
    this.#wake();
  }

  stop(): void {
    this.#stopped = true;
    this.#wake();
  }

  /** Resolves when there was a change and it has been quiet for a moment, or when it is to stop. */
  async next(): Promise<void> {
    while (!this.#changed && !this.#stopped)
      await new Promise<void>((resolve) => (this.#wake = resolve));
    while (this.#changed && !this.#stopped) {
      this.#changed = false;
      await new Promise<void>((resolve) => setTimeout(resolve, QUIET));
    }
  }
}
