import { entry } from "./entry.ts";

/** What is wrong with the output folder. */
export const outputProblems = {
  "foreign-file": entry<{ path: string }>({
    severity: "error",
    exit: 5,
    message: ({ path }) => `The file "${path}" was not written by Deckhand, so it is not replaced.`,
    help: () => "Move or delete it, or choose another place.",
  }),
  "output-leaves-folder": entry<{ path: string }>({
    severity: "error",
    exit: 5,
    message: ({ path }) =>
      `The symbolic link "${path}" leads out of the output folder, so nothing was written.`,
    help: () => "Remove the link, or name the folder that it leads to as the output.",
  }),
  "output-unwritable": entry<{ folder: string; reason: string }>({
    severity: "error",
    exit: 5,
    message: ({ folder, reason }) => `The output "${folder}" could not be written: ${reason}.`,
    help: () =>
      "Nothing was lost; correct this, or choose another place with --output, and run the command again.",
  }),
  "output-busy": entry<{ folder: string }>({
    severity: "error",
    exit: 5,
    message: ({ folder }) => `Another run is just writing the output folder "${folder}".`,
    help: () => "Wait until it is done, then run the command again.",
  }),
  "incomplete-output": entry<{ folder: string }>({
    severity: "error",
    message: ({ folder }) =>
      `A part of the document could not be read, so the whole output in "${folder}" was kept as it was.`,
    help: () =>
      "Correct the errors above; to take the incomplete output all the same, choose another folder.",
  }),
};
