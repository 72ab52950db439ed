import { entry } from "./entry.ts";

/** What is wrong with the lock, and what it did. */
export const lockProblems = {
  "lock-invalid": entry<{ problem: string }>({
    severity: "error",
    exit: 2,
    message: ({ problem }) => `The lock can not be used: ${problem}.`,
    help: () =>
      "Correct this line, or take the file back from version control; it keeps the names of the SDK.",
  }),
  "lock-newer": entry<{ version: number }>({
    severity: "error",
    exit: 2,
    message: ({ version }) => `A newer Deckhand wrote this lock (lockVersion ${version}).`,
    help: () => "Update Deckhand; an older one could lose what the newer one wrote down.",
  }),
  "lock-conflict": entry<{ problem: string }>({
    severity: "error",
    exit: 2,
    message: ({ problem }) =>
      `The lock has conflict markers that can not be resolved by themselves: ${problem}.`,
    help: () =>
      "Keep one of the two lines, and of everything else the lines of both sides; then run `deckhand generate`.",
  }),
  "lock-merged": entry({
    severity: "warning",
    message: () => "The lock has conflict markers; the names of both sides are kept.",
    help: () => "`deckhand generate` writes it without them, with the hashes of the merged files.",
  }),
  "lock-missing": entry<{ path: string; folder: string }>({
    severity: "warning",
    message: ({ path, folder }) =>
      `"${path}" does not have the names of the SDK in "${folder}", so all of them are made anew.`,
    help: () => "Take it back from version control, or run `deckhand generate` and commit it.",
  }),
  "name-kept": entry<{ from: string; to: string }>({
    severity: "info",
    message: ({ from, to }) => `"${from}" keeps the name "${to}" that it has in the lock.`,
    help: () => "Nothing to do; to take the new name, remove its line from the lock.",
  }),
};
