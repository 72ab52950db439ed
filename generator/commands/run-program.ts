import { execFile } from "node:child_process";

/** How a program ended. */
export interface Ran {
  /** The exit code; undefined when it was killed or could not be started. */
  readonly status: number | undefined;
  readonly stdout: Buffer;
  readonly stderr: string;
  /** True when there is no such program. */
  readonly isMissing: boolean;
}

export interface RunOptions {
  readonly folder: string;
  /** Added to the environment of this process; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** No document and no package comes near; as for files, 256 MiB. */
const MAX_BYTES = 256 * 1024 * 1024;

/** Runs a program to its end, without a shell and without an input. Never throws for one that fails. */
export function runProgram(
  program: string,
  words: readonly string[],
  { folder, env }: RunOptions,
): Promise<Ran> {
  const options = {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: "buffer",
    maxBuffer: MAX_BYTES,
    windowsHide: true,
  } as const;
  return new Promise((resolve) => {
    const child = execFile(program, [...words], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      resolve({
        status: typeof code === "number" ? code : undefined,
        stdout,
        stderr: stderr.toString("utf8"),
        isMissing: code === "ENOENT",
      });
    });
    child.stdin?.end();
  });
}
