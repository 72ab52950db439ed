import { type ExitCode, Failure } from "../../diagnostics.ts";
import type { Crashed, Invocation } from "../command.ts";
import { reportCrash, reportFailure } from "../failures.ts";
import type { ProjectRun } from "../project-command.ts";

/** What a command did and printed for one of several SDKs. Plain data, which passes between threads. */
export interface Outcome {
  readonly exitCode: ExitCode | Crashed;
  readonly out: string;
  readonly err: string;
  /** As of `ProjectRun`; undefined when it ended early, and nobody knows what it would have read. */
  readonly sources: readonly string[] | undefined;
}

/**
 * Does the work for one SDK and keeps what it prints. Whatever goes wrong, faults of Deckhand's included, is part of
 * the outcome: the other SDKs have nothing to do with it.
 */
export async function outcomeOf(
  command: string,
  invocation: Invocation,
  work: (inside: Invocation) => Promise<ProjectRun> | ProjectRun,
): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = {
    ...invocation.terminal,
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
  };
  const inside = { ...invocation, terminal };
  const { exitCode, sources } = await ending(command, inside, work);
  return { exitCode, sources, out: out.join(""), err: err.join("") };
}

async function ending(
  command: string,
  inside: Invocation,
  work: (inside: Invocation) => Promise<ProjectRun> | ProjectRun,
): Promise<Pick<Outcome, "exitCode" | "sources">> {
  try {
    return await work(inside);
  } catch (error) {
    const exitCode =
      error instanceof Failure
        ? reportFailure(command, inside, error)
        : reportCrash(error, inside.terminal);
    return { exitCode, sources: undefined };
  }
}
