import { entry } from "./entry.ts";

/** What is wrong with the configuration, and with what the command line says instead of it. */
export const configProblems = {
  "config-not-found": entry<{ path: string }>({
    severity: "error",
    exit: 2,
    message: ({ path }) => `The configuration "${path}" was not found or can not be read.`,
    help: () =>
      "Correct the path after --config, or leave it out to use deckhand.config.ts of the current folder.",
  }),
  "config-ambiguous": entry<{ names: readonly string[] }>({
    severity: "error",
    exit: 2,
    message: ({ names }) => `There are several configurations: ${names.join(", ")}.`,
    help: () => "Remove all but one, or name one with --config.",
  }),
  "config-failed": entry<{ reason: string }>({
    severity: "error",
    exit: 2,
    message: ({ reason }) => `The configuration could not be read: ${reason}.`,
    help: () => "Correct it; `input` and `output` are all it needs.",
  }),
  "config-needs-newer-node": entry({
    severity: "error",
    exit: 2,
    message: () =>
      "From here on the configuration is not plain data, and this version of Node can not run TypeScript.",
    help: () =>
      "Correct it if it is a slip; else write plain data, rename the file to deckhand.config.mjs, or use Node 22.18 or later.",
  }),
  "config-unknown-key": entry<{ key: string; suggestion: string | undefined }>({
    severity: "error",
    exit: 2,
    message: ({ key }) => `The configuration has no option "${key}".`,
    help: ({ suggestion }) =>
      suggestion === undefined
        ? "docs/config.md lists the options."
        : `Did you mean "${suggestion}"?`,
  }),
  "config-wrong-value": entry<{ key: string; expected: string }>({
    severity: "error",
    exit: 2,
    message: ({ key, expected }) =>
      key === ""
        ? `The configuration must be ${expected}.`
        : `The option "${key}" must be ${expected}.`,
    help: () => "docs/config.md says what each option means.",
  }),
  "config-missing-key": entry<{ key: string }>({
    severity: "error",
    exit: 2,
    message: ({ key }) => `The option "${key}" is missing.`,
    help: () => "docs/config.md says what each option means.",
  }),
  "config-not-shared": entry<{ key: string }>({
    severity: "error",
    exit: 2,
    message: ({ key }) => `The option "${key}" can not stand beside "inputs".`,
    help: () => "Move it into the entries of `inputs`: each document has its own.",
  }),
  "outputs-overlap": entry<{ output: string; other: string }>({
    severity: "error",
    exit: 2,
    message: ({ output, other }) =>
      output === other
        ? `Two inputs are written into "${output}".`
        : `The outputs "${output}" and "${other}" of two inputs are one in the other.`,
    help: () => "Give each entry of `inputs` an `output` of its own.",
  }),
  "input-not-listed": entry<{ wanted: string; suggestion: string | undefined }>({
    severity: "error",
    exit: 2,
    message: ({ wanted }) => `No entry of "inputs" has "${wanted}".`,
    help: ({ suggestion }) =>
      suggestion === undefined
        ? "With `inputs`, --input and --output pick the entries that have them."
        : `Did you mean "${suggestion}"?`,
  }),
  "already-there": entry<{ path: string }>({
    severity: "error",
    exit: 2,
    message: ({ path }) => `"${path}" is already there, and init overwrites nothing.`,
    help: () => "Move it away, or choose other options; nothing was written.",
  }),
  "input-missing": entry<{ stray?: string | undefined }>({
    severity: "error",
    exit: 2,
    message: () =>
      "There is no document to work on: neither --input nor a configuration names one.",
    help: ({ stray }) =>
      stray === undefined
        ? "Run `deckhand init FILE`, or `deckhand generate --input FILE --output FOLDER`."
        : `"${stray}" is not read: the configuration is deckhand.config.ts, .mjs or .json.`,
  }),
  "output-missing": entry({
    severity: "error",
    exit: 2,
    message: () =>
      "There is no folder to write into: neither --output nor the configuration names one.",
    help: () => "Add --output FOLDER, or `output` to the configuration.",
  }),
};
