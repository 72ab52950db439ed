import { runPipeline } from "../run-pipeline.ts";
import { withEntry } from "./changelog.ts";
import type { Project } from "./project.ts";
import { tagOf } from "./published-base.ts";
import { readChangelog, record } from "./record.ts";
import type { ReleaseOptions } from "./release-options.ts";
import type { Unfinished } from "./unfinished.ts";

/** Writes down a release that was published: its entry is the published one. Diagnostic: `release-not-recorded`. */
export async function finish(
  project: Project,
  { version, commit, isCommitted, entry }: Unfinished,
  { usesGit }: ReleaseOptions,
): Promise<void> {
  const { settings, repository, folder } = project;
  await record({
    settings,
    repository,
    run: await runPipeline(settings, folder, version),
    changelog: withEntry(readChangelog(settings), version, entry),
    tag: tagOf(project.package.name, version),
    // Once the branch went on, what was published is the commit that it was made from.
    ...(isCommitted || commit === repository.head ? {} : { tagged: commit }),
    usesGit,
  });
}
