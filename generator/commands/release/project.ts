import { exitCodeOf, fail, Failure } from "../../diagnostics.ts";
import type { PackageConfig } from "../../options.ts";
import { reportingErrors } from "../../write/errors.ts";
import { planWrite } from "../../write/plan.ts";
import { driftOf } from "../check/drift.ts";
import { type Run, runPipeline } from "../run-pipeline.ts";
import type { Settings } from "../settings.ts";
import { listed } from "./checks/check-package.ts";
import { openRepository, type Repository } from "./repository.ts";

/** The package that is released, and where it is made. */
export interface Project {
  readonly settings: Settings;
  readonly package: PackageConfig;
  /** The folder that the command runs in. */
  readonly folder: string;
  /** The folder of the configuration, where npm's own counts too. */
  readonly npmFolder: string;
  readonly repository: Repository;
}

/** Diagnostics: `release-without-package`, `release-outside-git`. */
export async function openProject(settings: Settings, folder: string): Promise<Project> {
  const { config, lock } = settings;
  if (config.package === undefined || lock?.isKept !== true)
    return fail("release-without-package", undefined, {});
  const repository = await openRepository(folder);
  return { settings, package: config.package, folder, npmFolder: lock.folder, repository };
}

/**
 * Generates, and refuses when the document has errors or the output is not what comes of it. Diagnostics:
 * `release-drifted`, and those of generating.
 */
export async function generateUndrifted({ settings, folder }: Project): Promise<Run> {
  const run = await runPipeline(settings, folder);
  if (exitCodeOf(run.diagnostics) !== 0) throw new Failure(run.diagnostics);
  const plan = reportingErrors(settings.output.name, () =>
    planWrite(settings.output, run.files, { incomplete: run.report.incomplete }),
  );
  const { output, files } = driftOf(plan, run.lock);
  const names = files.map((file) => file.name);
  if (names.length > 0) fail("release-drifted", undefined, { output, files: listed(names, ", ") });
  return run;
}

/** What is generated for the package: modules that import each other as JavaScript does, whatever the project likes. */
export function generateForPackage({ settings, folder }: Project): Promise<Run> {
  const config = { ...settings.config, importExtension: ".js" as const };
  return runPipeline({ ...settings, config }, folder);
}
