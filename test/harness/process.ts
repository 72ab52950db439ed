import { spawn } from "node:child_process";

export interface Finished {
  /** The exit code, or undefined when the process was killed (by a signal or because its time was up). */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut: boolean;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds after which the process is killed. Default: 120,000. */
  readonly timeout?: number;
}

/** Runs Node with `args` (a script and its arguments) to its end. Never throws for a failing process. */
export function runNode(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  return runProcess(process.execPath, args, options);
}

/** Runs a program to its end and keeps what it printed. Never throws for a failing process. */
export async function runProcess(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Finished> {
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    child.kill("SIGKILL");
  }, options.timeout ?? 120_000);
  const ended = new Promise<number | undefined>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? undefined));
  });
  try {
    const [code, stdout, stderr] = await Promise.all([
      ended,
      textOf(child.stdout),
      textOf(child.stderr),
    ]);
    return { code, stdout, stderr, timedOut };
  } finally {
    clearTimeout(timer);
  }
}

async function textOf(stream: AsyncIterable<unknown>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
