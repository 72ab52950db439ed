import { type Colors, colorsFor } from "../diagnostics/colors.ts";
import { writeOut } from "./standard-output.ts";

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
  /** Shows how work is going, on one line that the next text replaces; an empty text clears it. Only on a terminal. */
  readonly progress?: ((text: string) => void) | undefined;
  /** Asks a question and gives the line of the answer. Only where somebody is there to answer. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
}

/** The terminal of this process. Each of its streams takes Node some milliseconds to open, so only those in use are. */
export function processTerminal(): Terminal {
  return {
    out: writeOut,
    err: (text) => void process.stderr.write(text),
    get outColors() {
      return colorsFor(process.stdout, process.env);
    },
    get errColors() {
      return colorsFor(process.stderr, process.env);
    },
    folder: process.cwd(),
    interruption,
    get progress() {
      return process.stderr.isTTY ? (shownProgress ??= progressLine()) : undefined;
    },
    get ask() {
      return process.stdin.isTTY && process.stderr.isTTY ? ask : undefined;
    },
  };
}

let shownProgress: Terminal["progress"];

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

/** What is over in less than this needs no progress; more often than this nobody can read. Milliseconds. */
const PATIENCE = 400;
const PACE = 80;

function progressLine(): (text: string) => void {
  let begun: number | undefined;
  let shown = 0;
  return (text) => {
    const now = Date.now();
    begun ??= now;
    if (text === "") {
      if (shown > 0) process.stderr.write("\r\u001b[2K");
      begun = undefined;
      shown = 0;
      return;
    }
    if (now - begun < PATIENCE || now - shown < PACE) return;
    shown = now;
    process.stderr.write(`\r\u001b[2K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`);
  };
}
