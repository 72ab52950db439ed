import { join } from "node:path";
import { writeFiles } from "./folders.ts";
import { type Compiler, typeErrors } from "./typescript.ts";
import { typeOfValue } from "./type-of-value.ts";

/** A JSON value to be tried against a type of an SDK. */
export interface Trial {
  /** As TypeScript text, with the SDK's exports under `sdk`: `sdk.Pet["name"]`. */
  readonly type: string;
  readonly value: unknown;
  /** As a literal in place, where TypeScript also refuses keys that it does not know. Default: false. */
  readonly fresh?: boolean;
}

/** Whether the value is assignable, and what the compiler says if it is not. */
export type Outcome =
  { readonly accepted: true } | { readonly accepted: false; readonly error: string };

/**
 * Asks the compiler, in one run, which values are assignable. The SDK lies in `sdk/` of the folder. The outcomes are
 * in the order of the trials. Throws if the compiler has a complaint that is about no trial.
 */
export async function tryValues(
  folder: string,
  trials: readonly Trial[],
  compiler: Compiler,
): Promise<Outcome[]> {
  // One line a trial, so that the line of an error is the index of its trial.
  const head = 'import type * as sdk from "./sdk/index.js"; declare const given: any;';
  writeFiles(folder, [{ path: "trials.ts", text: `${[head, ...trials.map(line)].join("\n")}\n` }]);
  const include = [join(folder, "trials.ts")];
  return outcomes(trials, await typeErrors({ compiler, include }));
}

function line({ type, value, fresh }: Trial, index: number): string {
  const initializer = fresh ? JSON.stringify(value) : `given as ${typeOfValue(value)}`;
  return `export const trial${index}: ${type} = ${initializer};`;
}

function outcomes(trials: readonly Trial[], errors: readonly string[]): Outcome[] {
  const byLine = new Map<number, string>();
  for (const error of errors) {
    const [, place, message] = /trials\.ts\((\d+),\d+\): error (.*)$/s.exec(error) ?? [];
    if (place !== undefined && message !== undefined) byLine.set(Number(place), message);
    else if (isSyntaxError(error)) throw new Error(error);
  }
  return trials.map((_, index) => {
    const error = byLine.get(index + 2);
    return error === undefined ? { accepted: true } : { accepted: false, error };
  });
}

/** TypeScript numbers its syntax errors from 1000 to 1999. */
function isSyntaxError(error: string): boolean {
  return /error TS1\d{3}:/.test(error);
}
