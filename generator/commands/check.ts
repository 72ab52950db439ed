import { checkProject } from "./check/check-project.ts";
import type { Command } from "./command.ts";
import { projectOptions, runProjects } from "./projects.ts";
import { loadProjects } from "./load-projects.ts";

/** `deckhand check`: exit code 1 and a diff when an SDK is not what `generate` would write. Writes nothing. */
export const checkCommand: Command = {
  options: [
    ...projectOptions,
    ["--staged", "look at what git is about to commit instead of the files as they are"],
  ],
  async run(invocation) {
    if (invocation.options["staged"] !== true)
      return runProjects(checkProject, invocation, await loadProjects(invocation));
    const { inStagedCopy } = await import("./check/check-staged.ts");
    return inStagedCopy(invocation, (inside, projects) =>
      runProjects(checkProject, inside, projects),
    );
  },
};
