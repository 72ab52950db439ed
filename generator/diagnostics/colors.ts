import picocolors from "picocolors";

/** The few colours that are used; each takes text and gives it back, coloured or not. */
export interface Colors {
  /** Whether they are on. */
  readonly isColorSupported: boolean;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly green: Paint;
  readonly yellow: Paint;
  readonly blue: Paint;
  readonly cyan: Paint;
}

type Paint = (text: string) => string;

/**
 * Colours for a stream: on a terminal, unless NO_COLOR is set; elsewhere only if FORCE_COLOR asks for them
 * (https://no-color.org, https://force-color.org).
 */
export function colorsFor(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): Colors {
  return makeColors(wantsColor(stream.isTTY ?? false, env));
}

export function makeColors(isOn: boolean): Colors {
  return picocolors.createColors(isOn);
}

function wantsColor(isTerminal: boolean, env: NodeJS.ProcessEnv): boolean {
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return isTerminal && env["TERM"] !== "dumb";
}
