import { alternatives } from "./alternatives.ts";
import { entry } from "./entry.ts";

/** Why a command can not do its work, or not all of it: `check --staged`, `diff`, `pull`, `--jobs`. */
export const commandProblems = {
  "staged-unavailable": entry<{ reason: string }>({
    severity: "error",
    exit: 5,
    message: ({ reason }) => `What is staged can not be read: ${reason}.`,
    help: () => "Run this inside of a git repository, or leave --staged out.",
  }),
  "interrupted-run": entry<{ folder: string }>({
    severity: "warning",
    message: ({ folder }) => `A run was interrupted while it was writing "${folder}".`,
    help: () => "Run `deckhand generate`; it finishes what was begun.",
  }),
  "wrong-usage": entry<{ problem: string; help: string }>({
    severity: "error",
    exit: 2,
    message: ({ problem }) => `${problem}.`,
    help: ({ help }) => help,
  }),
  "wrong-option-value": entry<{ option: string; value: string; expected: readonly string[] }>({
    severity: "error",
    exit: 2,
    message: ({ option, value }) => `The option ${option} does not know "${value}".`,
    help: ({ expected }) => `It takes ${alternatives(expected)}.`,
  }),
  "same-document": entry<{ input: string }>({
    severity: "warning",
    message: ({ input }) => `Both sides are one document, "${input}": nothing can differ.`,
    help: () => "Name what it was before, such as HEAD:spec/v2.json or deck-sdk@1.2.0.",
  }),
  "unrelated-documents": entry<{ old: string; new: string }>({
    severity: "error",
    exit: 2,
    message: (about) =>
      `"${about.old}" and "${about.new}" have hardly an operation in common: they are two APIs.`,
    help: () => "Name two versions of one document, or of one package.",
  }),
  "sources-missing": entry({
    severity: "error",
    exit: 2,
    message: () => "There is nothing to pull: the configuration names no `sources`.",
    help: () =>
      'Add `sources: [{ from: "https://...", to: "spec/openapi.json" }]`; docs/pull.md says more.',
  }),
  "credential-missing": entry<{ variable: string }>({
    severity: "error",
    exit: 2,
    message: ({ variable }) =>
      `The environment variable "${variable}", which the configuration names, is not set.`,
    help: () => "Set it where the command runs, or remove it from `network.credentials`.",
  }),
};
