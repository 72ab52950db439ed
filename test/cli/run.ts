import { main } from "../../generator/commands/main.ts";
import { colorsFor } from "../../generator/diagnostics/colors.ts";

export interface Ran {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, as if started in `folder` and not on a terminal. */
export async function run(folder: string, ...argv: readonly string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const colors = colorsFor({ isTTY: false }, {});
  const exitCode = await main(argv, {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    outColors: colors,
    errColors: colors,
    folder,
  });
  return { exitCode, out: out.join(""), err: err.join("") };
}
