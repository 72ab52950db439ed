import { fail } from "../diagnostics.ts";
import { type Invocation, optionText } from "./command.ts";

export const jobsOption: readonly [flags: string, description: string] = [
  "--jobs <number>",
  "how many documents at a time, with several (default: as is quickest)",
];

/** What `--jobs` says. Diagnostic: `wrong-option-value`. */
export function readJobs(invocation: Invocation): number | undefined {
  const given = optionText(invocation, "jobs");
  if (given === undefined) return undefined;
  if (/^[1-9]\d{0,3}$/.test(given)) return Number(given);
  const expected = ["a number from 1 on"];
  return fail("wrong-option-value", undefined, { option: "--jobs", value: given, expected });
}
