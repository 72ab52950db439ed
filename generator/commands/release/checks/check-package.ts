import { fail } from "../../../diagnostics.ts";
import type { Tarball } from "../pack.ts";
import { checkTypesResolve, lintPackage } from "./lint-package.ts";
import { packageEntries } from "./package-entries.ts";
import { type TriedUses, tryPreviousUses } from "./previous-uses.ts";
import { tryPackage } from "./try-package.ts";

/** A package that is to be published. */
export interface Candidate {
  readonly tarball: Tarball;
  /** What is in the tarball, by path. */
  readonly files: ReadonlyMap<string, string>;
  /** The files of the version before, as the registry has it. */
  readonly previous: ReadonlyMap<string, string> | undefined;
  /** Where packages are tried out. */
  readonly folder: string;
}

/** What the checks found out, besides that all is well. */
export interface Checked {
  /** How many operations were called. */
  readonly calls: number;
  readonly uses: TriedUses | undefined;
}

/**
 * Judges a package as its users will meet it. `progress` hears what comes next. Uses of the version before that break
 * are for the caller to judge. Diagnostic: `release-check-failed`.
 */
export async function checkPackage(
  { tarball, files, previous, folder }: Candidate,
  progress: (step: string) => void,
): Promise<Checked> {
  progress("publint");
  refuse("publint", await lintPackage(tarball));
  progress("are the types wrong?");
  refuse("are the types wrong?", await checkTypesResolve(tarball));
  progress("install, compile and call it");
  const trial = await tryPackage(tarball, packageEntries(files.get("package.json") ?? ""), folder);
  refuse("install, compile and call", trial.problems);
  if (previous === undefined) return { calls: trial.calls, uses: undefined };
  progress("compile what was written against the version before");
  return { calls: trial.calls, uses: await tryPreviousUses(previous, files) };
}

/** More than a few problems have one cause. */
const SHOWN = 5;

/** Ends the release where a check found something. Diagnostic: `release-check-failed`. */
export function refuse(check: string, problems: readonly string[]): void {
  if (problems.length > 0)
    fail("release-check-failed", undefined, { check, problems: listed(problems) });
}

/** `a; b; and 3 more` */
export function listed(all: readonly string[], separator = "; "): string {
  const shown = all.slice(0, SHOWN);
  const rest = all.length - shown.length;
  return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join(separator);
}
