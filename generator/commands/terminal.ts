import { type Colors, colorsFor } from "../diagnostics/colors.ts";

/** What a command may touch of the world around it, so that tests can stand in. */
export interface Terminal {
  /** The result: report, diff, JSON. */
  out(text: string): void;
  /** Diagnostics and progress. */
  err(text: string): void;
  readonly outColors: Colors;
  readonly errColors: Colors;
  /** The folder that paths are relative to. */
  readonly folder: string;
  /** Aborted when a command that would go on for ever is to end: Ctrl+C, which no longer ends the process by itself. */
  interruption(): AbortSignal;
  /** Asks a question and gives the line of the answer. Only where somebody is there to answer. */
  ask?(question: string): Promise<string>;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    outColors: colorsFor(process.stdout, process.env),
    errColors: colorsFor(process.stderr, process.env),
    folder: process.cwd(),
    interruption,
    ...(process.stdin.isTTY && process.stderr.isTTY ? { ask } : {}),
  };
}

function interruption(): AbortSignal {
  interrupted ??= onInterrupt();
  return interrupted;
}

let interrupted: AbortSignal | undefined;

function onInterrupt(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => controller.abort());
  return controller.signal;
}

async function ask(question: string): Promise<string> {
  const { createInterface } = await import("node:readline/promises");
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}
