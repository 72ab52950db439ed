import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { projectRoot } from "../harness/folders.ts";
import type { Finished } from "../harness/process.ts";
import type { Scratch } from "./scratch.ts";

/** The text of a file that users copy. */
export function ready(path: string): string {
  return readFileSync(join(projectRoot, path), "utf8");
}

interface Step {
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The steps of a workflow's jobs that run in a shell. */
export function shellSteps(path: string): readonly Required<Step>[] {
  const workflow = load(ready(path)) as {
    readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
  };
  return Object.values(workflow.jobs)
    .flatMap(({ steps }) => steps)
    .flatMap(({ run, env = {} }) => (run === undefined ? [] : [{ run, env }]));
}

interface Surroundings {
  /** What stands between `${{` and `}}`; nothing for what is not here. */
  readonly values?: Readonly<Record<string, string>>;
  /** Environment variables that GitHub sets. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs the steps as GitHub does: each in a shell that stops at the first failure, and none after one that failed.
 * Installing is what the scratch repository has done.
 */
export async function runSteps(
  scratch: Scratch,
  steps: readonly Required<Step>[],
  { values = {}, env: outer = {} }: Surroundings = {},
): Promise<Finished> {
  let finished: Finished = { code: 0, stdout: "", stderr: "", timedOut: false };
  for (const { run, env } of steps.filter((step) => step.run !== "npm ci")) {
    const shell = ["--noprofile", "--norc", "-eo", "pipefail", "-c", run];
    const assignments = Object.entries({ ...outer, ...env }).map(
      ([key, value]) => `${key}=${filled(value, values)}`,
    );
    finished = await scratch.run("env", ...assignments, "bash", ...shell);
    if (finished.code !== 0) return finished;
  }
  return finished;
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{ *([\w.]+) *\}\}/g, (_, name: string) => values[name] ?? "");
}
