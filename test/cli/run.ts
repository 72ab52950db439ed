import { main } from "../../generator/commands/main.ts";
import { colorsFor } from "../../generator/diagnostics/colors.ts";

export interface Ran {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, as if started in `folder` and not on a terminal. */
export function run(folder: string, ...argv: readonly string[]): Promise<Ran> {
  return runUntil(new AbortController().signal, folder, argv);
}

/** The same for a command that goes on until `stop` is aborted; `onText` hears all that it prints. */
export async function runUntil(
  stop: AbortSignal,
  folder: string,
  argv: readonly string[],
  onText: (text: string) => void = () => {},
): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const colors = colorsFor({ isTTY: false }, {});
  const exitCode = await main(argv, {
    out: (text) => {
      out.push(text);
      onText(text);
    },
    err: (text) => {
      err.push(text);
      onText(text);
    },
    interruption: () => stop,
    outColors: colors,
    errColors: colors,
    folder,
  });
  return { exitCode, out: out.join(""), err: err.join("") };
}
