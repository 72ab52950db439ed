import type { Command } from "./command.ts";
import { generateProject } from "./generate/generate-project.ts";
import { projectOptions, runProjects } from "./projects.ts";
import { loadProjects } from "./load-projects.ts";

/** `deckhand generate`: writes the SDK of a document, or of each of several. */
export const generateCommand: Command = {
  options: [...projectOptions, ["--watch", "generate again whenever a file changes"]],
  async run(invocation) {
    if (invocation.options["watch"] !== true)
      return runProjects(generateProject, invocation, await loadProjects(invocation));
    const { keepGenerating } = await import("./generate/keep-generating.ts");
    await keepGenerating(invocation);
    return 0;
  },
};
