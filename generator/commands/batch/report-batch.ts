import type { ExitCode } from "../../diagnostics.ts";
import type { Crashed, Invocation } from "../command.ts";
import type { ProjectCommandName } from "../project-command.ts";
import { count } from "../report.ts";
import type { Settings } from "../settings.ts";
import type { Outcome } from "./outcome.ts";

/** Prints outcomes in the order of their SDKs, in whatever order they come. Programs get one report at the end. */
export class ReportInOrder {
  readonly #invocation: Invocation;
  readonly #outcomes: Outcome[] = [];
  #printed = 0;

  constructor(invocation: Invocation) {
    this.#invocation = invocation;
  }

  get list(): readonly Outcome[] {
    return this.#outcomes;
  }

  add(index: number, outcome: Outcome): void {
    this.#outcomes[index] = outcome;
    const { terminal, json } = this.#invocation;
    for (let next; (next = this.#outcomes[this.#printed]) !== undefined; this.#printed++) {
      terminal.err(next.err);
      if (!json) terminal.out(next.out);
    }
  }
}

/** The end of the report: a line for people, or the whole of it for programs. Gives the worst exit code. */
export function reportBatch(
  command: ProjectCommandName,
  { terminal, quiet, json }: Invocation,
  projects: readonly Settings[],
  outcomes: readonly Outcome[],
): ExitCode | Crashed {
  const exitCode = worst(outcomes);
  if (json) {
    const inputs = projects.map((settings, index) => jsonOf(settings, outcomes[index]));
    const report = { command, exitCode, inputs, diagnostics: [] };
    terminal.out(`${JSON.stringify(report, null, 2)}\n`);
  } else if (!quiet && projects.length > 1) {
    terminal.out(`${summaries[command](projects, outcomes)}\n`);
  }
  return exitCode;
}

function worst(outcomes: readonly Outcome[]): ExitCode | Crashed {
  return outcomes.reduce<ExitCode | Crashed>(
    (code, outcome) => (outcome.exitCode > code ? outcome.exitCode : code),
    0,
  );
}

/** The report of a run for this document alone, and which it is. */
function jsonOf({ config, output }: Settings, outcome: Outcome | undefined): unknown {
  const { exitCode = 0, out = "" } = outcome ?? {};
  const { command: _, ...report } = (out === "" ? {} : JSON.parse(out)) as Record<string, unknown>;
  return { input: config.input, output: output.name, exitCode, diagnostics: [], ...report };
}

type Summarize = (projects: readonly Settings[], outcomes: readonly Outcome[]) => string;

const summaries: Readonly<Record<ProjectCommandName, Summarize>> = {
  generate(projects, outcomes) {
    const failed = outputsWith(projects, outcomes, (code) => code !== 0);
    const all = `${count(projects.length, "document")} generated`;
    if (failed.length === 0) return all;
    return `${projects.length - failed.length} of ${all}; errors in ${failed.join(", ")}`;
  },
  check(projects, outcomes) {
    const failed = outputsWith(projects, outcomes, (code) => code > 1);
    const drifted = outputsWith(projects, outcomes, (code) => code === 1);
    const all = `${count(projects.length, "output")} up to date`;
    const done = projects.length - failed.length - drifted.length;
    const parts = [done === projects.length ? all : `${done} of ${all}`];
    if (drifted.length > 0) parts.push(`drifted: ${drifted.join(", ")}`);
    if (failed.length > 0) parts.push(`errors in ${failed.join(", ")}`);
    return parts.join("; ");
  },
};

function outputsWith(
  projects: readonly Settings[],
  outcomes: readonly Outcome[],
  is: (exitCode: number) => boolean,
): readonly string[] {
  return projects
    .filter((_, index) => is(outcomes[index]?.exitCode ?? 0))
    .map(({ output }) => output.name);
}
