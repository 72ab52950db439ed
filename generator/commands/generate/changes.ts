/** Editors write in several steps, and branches switch many files at once. Milliseconds. */
const QUIET = 100;

/** Which files have changed since somebody waited for it. */
export class Changes {
  /** Undefined stands for a file that nobody knows the name of. */
  #changed = new Set<string | undefined>();
  #stopped = false;
  #wake: () => void = () => {};

  note(path: string | undefined): void {
    this.#changed.add(path);
    this.#wake();
  }

  stop(): void {
    this.#stopped = true;
    this.#wake();
  }

  /** Resolves when there was a change and it has been quiet for a moment, or when it is to stop. */
  async next(): Promise<ReadonlySet<string | undefined>> {
    while (this.#changed.size === 0 && !this.#stopped)
      await new Promise<void>((resolve) => (this.#wake = resolve));
    for (let before = 0; before < this.#changed.size && !this.#stopped;) {
      before = this.#changed.size;
      await new Promise<void>((resolve) => setTimeout(resolve, QUIET));
    }
    const changed = this.#changed;
    this.#changed = new Set();
    return changed;
  }
}
