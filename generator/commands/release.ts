import { fail } from "../diagnostics.ts";
import type { Command, Invocation } from "./command.ts";
import { printJson } from "./report.ts";
import { type ReleaseOptions, releaseOptions } from "./release/release-options.ts";
import { type Outcome, releaseProject } from "./release/release-project.ts";
import { describeRelease, jsonRelease } from "./release/report-release.ts";
import { loadProjects } from "./load-projects.ts";

/** `deckhand release`: from what changed to a version, a changelog and a checked package in the registry. */
export const releaseCommand: Command = {
  arguments: [
    ["[version]", "major, minor, patch or a version (default: what the changes ask for)"],
  ],
  options: [
    ["--dry-run", "do everything but publish and write, and print it"],
    ["--tag <name>", "a prerelease under this name: next for 1.2.0-next.0"],
    ["--allow-lower", "take a version that is lower than the changes ask for"],
    ["--access <level>", "public or restricted, for a package with a scope"],
    ["--otp <code>", "a one-time password for the registry"],
    ["--no-provenance", "no statement of where it was built, though the CI offers it"],
    ["--no-publish", "write, commit and tag; the next `deckhand release` publishes it"],
    ["--no-git", "write, but leave committing and tagging to you"],
    ["--keep <folder>", "keep the package there, for a look"],
    ["--jsr <folder>", "write the same version for JSR there: sources and jsr.json"],
    ["--config <file>", "the configuration (default: deckhand.config.ts, .mjs or .json here)"],
    ["--input <file|url>", "with several `inputs`, the one that is released"],
    ["--output <folder>", "the same, by its output"],
  ],
  async run(invocation) {
    const options = releaseOptions(invocation);
    const { list, areSeveral } = await loadProjects(invocation);
    const packages = areSeveral ? list.filter(({ config }) => config.package) : list;
    if (packages.length === 0) fail("release-without-package", undefined, {});
    const outcomes: Outcome[] = [];
    for (const settings of packages) {
      const step = progressOf(invocation, settings.config.package?.name ?? "");
      const outcome = await releaseProject(settings, options, invocation, step);
      outcomes.push(outcome);
      if (!invocation.json && !invocation.quiet)
        invocation.terminal.out(describeRelease(outcome, options));
    }
    if (invocation.json) print(invocation, outcomes, options);
    return 0;
  },
};

/** Releasing lasts: what goes on is said on stderr. */
function progressOf({ terminal, quiet, json }: Invocation, name: string): (step: string) => void {
  return quiet || json
    ? () => {}
    : (step) => terminal.err(terminal.errColors.dim(`${name}: ${step}\n`));
}

function print(
  { terminal }: Invocation,
  outcomes: readonly Outcome[],
  options: ReleaseOptions,
): void {
  const releases = outcomes.map((outcome) => jsonRelease(outcome, options));
  printJson(terminal, { command: "release", exitCode: 0, releases, diagnostics: [] });
}
