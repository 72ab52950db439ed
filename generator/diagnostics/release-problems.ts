import { entry } from "./entry.ts";

/** What stops `deckhand release`, in the order in which it looks. */
export const releaseProblems = {
  "registry-failed": entry<{ what: string; reason: string }>({
    severity: "error",
    exit: 5,
    message: ({ what, reason }) => `${what}: ${reason}.`,
    help: () =>
      "Nothing was published or written. npm's own configuration counts (.npmrc, scopes, proxies); `npm ping` tries it.",
  }),
  "release-without-package": entry({
    severity: "error",
    exit: 2,
    message: () => "There is no package to release: the configuration has no `package`.",
    help: () => 'Add `package: { name: "..." }` to the configuration and generate again.',
  }),
  "release-version-invalid": entry<{ version: string; where: string }>({
    severity: "error",
    exit: 2,
    message: ({ version, where }) => `${where} is "${version}", which is no version.`,
    help: () =>
      "A version is three numbers and perhaps a prerelease, as in 1.4.0 and 2.0.0-next.1 (semver.org).",
  }),
  "release-outside-git": entry<{ reason: string }>({
    severity: "error",
    exit: 5,
    message: ({ reason }) => `A release is made from a commit, but ${reason}.`,
    help: () => "Run it on a branch of the repository that has the configuration.",
  }),
  "release-dirty": entry<{ files: string }>({
    severity: "error",
    exit: 2,
    message: ({ files }) => `There are changes that are not committed: ${files}.`,
    help: () => "Commit them or take them away; what is released has to be in a commit.",
  }),
  "release-drifted": entry<{ output: string; files: string }>({
    severity: "error",
    exit: 1,
    message: ({ output, files }) => `${output} is not what its document gives: ${files}.`,
    help: () => "`deckhand check` shows the difference; run `deckhand generate` and commit.",
  }),
  "release-base-missing": entry<{ what: string; reason: string }>({
    severity: "error",
    exit: 5,
    message: ({ what, reason }) => `The commit that ${what} was made from is not known: ${reason}.`,
    help: ({ what }) =>
      `\`git fetch --tags --unshallow\` may bring it; else tag it: git tag ${what} COMMIT.`,
  }),
  "release-version-lower": entry<{ given: string; needed: string; last: string }>({
    severity: "error",
    exit: 2,
    message: ({ given, needed, last }) =>
      `${given} is too low after ${last}: the changes ask for ${needed}.`,
    help: () => "Take the higher one, or add --allow-lower if the reasons above are none to you.",
  }),
  "release-version-taken": entry<{ version: string; reason: string }>({
    severity: "error",
    exit: 2,
    message: ({ version, reason }) => `${version} can not be released: ${reason}.`,
    help: () => "Choose another one: deckhand release VERSION.",
  }),
  "release-check-failed": entry<{ check: string; problems: string }>({
    severity: "error",
    exit: 1,
    message: ({ check, problems }) => `The package did not pass (${check}): ${problems}.`,
    help: () => "Nothing was published or written; --keep FOLDER keeps the package for a look.",
  }),
  "release-breaks-uses": entry<{ version: string; last: string; uses: string }>({
    severity: "error",
    exit: 1,
    message: ({ version, last, uses }) =>
      `${version} would break programs that compile with ${last}: ${uses}.`,
    help: () =>
      "Nothing was published or written. If that is meant: deckhand release major; if not, correct the document or the names in the lock.",
  }),
  "publish-failed": entry<{ where: string; reason: string; help: string }>({
    severity: "error",
    exit: 5,
    message: ({ where, reason }) => `${where} did not take the package: ${reason}.`,
    help: ({ help }) => help,
  }),
  "release-not-recorded": entry<{ what: string; reason: string }>({
    severity: "error",
    exit: 5,
    message: ({ what, reason }) =>
      `${what} is published, but the repository does not say so yet: ${reason}.`,
    help: () => "Correct this and run `deckhand release` again: it finishes what was begun.",
  }),
};
