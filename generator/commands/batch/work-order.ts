import { makeColors } from "../../diagnostics/colors.ts";
import type { Invocation } from "../command.ts";
import type { ProjectCommandName } from "../project-command.ts";
import type { Terminal } from "../terminal.ts";
import type { Outcome } from "./outcome.ts";
import type { Job, Work } from "./run-here.ts";

/** All that a thread needs to know. Plain data; the configuration is read there again. */
export interface WorkOrder {
  readonly command: ProjectCommandName;
  readonly invocation: Omit<Invocation, "terminal">;
  readonly folder: string;
  readonly colors: { readonly out: boolean; readonly err: boolean };
  /** The jobs; `output` is the path that tells SDKs apart. */
  readonly jobs: readonly { readonly index: number; readonly output: string }[];
  /** One number that all threads share: how many jobs are taken. */
  readonly taken: Int32Array;
}

/** What a thread sends back. */
export interface Done {
  readonly index: number;
  readonly outcome: Outcome;
}

/** The order for jobs, none of which is taken yet. */
export function orderOf({ command, invocation }: Work, jobs: readonly Job[]): WorkOrder {
  const { terminal, ...rest } = invocation;
  const { folder, outColors, errColors } = terminal;
  return {
    command: command.name,
    invocation: rest,
    folder,
    colors: { out: outColors.isColorSupported, err: errColors.isColorSupported },
    jobs: jobs.map(({ index, settings }) => ({ index, output: settings.output.path })),
    taken: new Int32Array(new SharedArrayBuffer(4)),
  };
}

/** Jobs that no thread has taken yet, one at a time, until none is left. */
export function* takeOne<T>(jobs: readonly T[], taken: Int32Array): Generator<T, void> {
  for (let job; (job = jobs[Atomics.add(taken, 0, 1)]) !== undefined;) yield job;
}

/** The invocation in a thread, where nobody listens: what is printed is part of an outcome. */
export function invocationOf({ invocation, folder, colors }: WorkOrder): Invocation {
  const terminal: Terminal = {
    out: () => {},
    err: () => {},
    outColors: makeColors(colors.out),
    errColors: makeColors(colors.err),
    folder,
    interruption: () => new AbortController().signal,
  };
  return { ...invocation, terminal };
}
