import { Failure } from "../../diagnostics.ts";
import { runEach } from "../batch/run-batch.ts";
import { reportBatch } from "../batch/report-batch.ts";
import type { Invocation } from "../command.ts";
import { printDiagnostics } from "../report.ts";
import { loadProjects } from "../load-projects.ts";
import type { Projects } from "../settings.ts";
import { Changes } from "./changes.ts";
import { FileWatcher } from "./file-watcher.ts";
import { generateProject } from "./generate-project.ts";
import { configPaths, KnownFiles } from "./known-files.ts";

/**
 * Generates now and whenever one of the files changes that were read, until the terminal asks to stop. Of several SDKs
 * only those are generated whose files changed. A run that fails is printed and waited out.
 */
export async function keepGenerating(invocation: Invocation): Promise<void> {
  const { terminal, quiet } = invocation;
  const changes = new Changes();
  using watcher = new FileWatcher((path) => changes.note(path));
  const interruption = terminal.interruption();
  interruption.addEventListener("abort", () => changes.stop(), { once: true });
  const known = new KnownFiles();
  const configs = configPaths(invocation);
  let watched = configs;
  // At first, as if the configuration had changed.
  let changed: ReadonlySet<string | undefined> = new Set([undefined]);
  while (!interruption.aborted) {
    // Before anything is read, so that no change goes by unseen.
    watcher.watch(watched);
    try {
      const { list, areSeveral } = await loadProjects(invocation);
      watcher.watch([...watched, ...list.flatMap((one) => known.of(one))]);
      const isNew = [undefined, ...configs].some((path) => changed.has(path));
      const stale = list.filter((one) => isNew || known.of(one).some((path) => changed.has(path)));
      await generateEach(invocation, { list: stale, areSeveral }, known);
      watched = [...configs, ...list.flatMap((one) => known.of(one))];
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      printDiagnostics(terminal, error.diagnostics, quiet);
    }
    watcher.watch(watched);
    if (!quiet) terminal.err("Watching for changes; Ctrl+C ends it.\n");
    changed = await changes.next();
  }
}

async function generateEach(
  invocation: Invocation,
  { list, areSeveral }: Projects,
  known: KnownFiles,
): Promise<void> {
  const outcomes = await runEach(generateProject, invocation, list);
  for (const [index, settings] of list.entries()) known.add(settings, outcomes[index]?.sources);
  if (areSeveral) reportBatch("generate", invocation, list, outcomes);
  else if (invocation.json) invocation.terminal.out(outcomes[0]?.out ?? "");
}
