import type { Diagnostic, ExitCode } from "../../diagnostics.ts";
import { printable } from "../../diagnostics/printable.ts";
import { formatDiff } from "../../diff/show/terminal.ts";
import { jsonOf } from "../diff/json.ts";
import type { Invocation } from "../command.ts";
import { count, printDiagnostics, printJson } from "../report.ts";
import type { DocumentChange } from "./changes.ts";
import type { PullPlan } from "./plan-pull.ts";
import type { PulledSource } from "./pulled.ts";
import { problemText, pullRequestText } from "./pull-request-text.ts";

/** What a pull has done, or would do. */
export interface PullResult {
  readonly pulled: readonly PulledSource[];
  readonly plan: PullPlan;
  readonly changes: readonly DocumentChange[];
  readonly diagnostics: readonly Diagnostic[];
  readonly exitCode: ExitCode;
  /** True when nothing was written. */
  readonly isTrial: boolean;
}

/** What a pull did, for people or with `--json`. */
export function showPull(invocation: Invocation, result: PullResult): void {
  const { terminal, quiet, json, options } = invocation;
  const { diagnostics, changes } = result;
  if (json) return printJson(terminal, jsonReport(result));
  printDiagnostics(terminal, diagnostics, quiet);
  if (options["markdown"] === true) return terminal.out(pullRequestText(result.plan, changes));
  if (quiet) return;
  terminal.out(result.pulled.map((source) => sourceLines(source, result)).join(""));
  for (const change of changes) {
    if ("problem" in change) terminal.out(`\n${printable(problemText(change))}\n`);
    else if (change.diff.changes.length > 0)
      terminal.out(`\n${formatDiff(change.diff, terminal.outColors)}`);
  }
}

/** How many files are named one by one. */
const SHOWN = 20;

function sourceLines(source: PulledSource, { plan, isTrial }: PullResult): string {
  const { plan: wanted, files, made } = source;
  const paths = new Set(files.map(({ path }) => path));
  const written = plan.write.filter(({ path }) => paths.has(path));
  const head = `${wanted.to} ${made === "whole" ? "" : "from the excerpts "}of ${printable(wanted.from.href)}`;
  const removed = plan.remove.filter((path) => path.startsWith(`${wanted.docs}/`));
  if (written.length === 0 && removed.length === 0)
    return `${head}: up to date, ${count(files.length, "file")}\n`;
  const lines = [
    ...written.map(
      ({ path, before }) => `  ${before === undefined ? "new    " : "changed"} ${path}`,
    ),
    ...removed.map((path) => `  removed ${path}`),
  ];
  const more = lines.length > SHOWN ? [`  and ${lines.length - SHOWN} more`] : [];
  const summary = `${count(files.length, "file")}, ${written.length} ${isTrial ? "would be written" : "written"}`;
  return `${[`${head}: ${summary}`, ...lines.slice(0, SHOWN), ...more].join("\n")}\n`;
}

function jsonReport(result: PullResult): Parameters<typeof printJson>[1] {
  const { pulled, plan, changes, diagnostics, exitCode, isTrial } = result;
  return {
    command: "pull",
    exitCode,
    diagnostics,
    dryRun: isTrial,
    sources: pulled.map(({ plan: { from, to }, made, files }) => ({
      from: from.href,
      to,
      made: made === "whole" ? "whole" : "excerpts",
      files: files.map(({ path, origin, role }) => ({ path, origin, role })),
    })),
    written: plan.write.map(({ path }) => path),
    removed: plan.remove,
    unchanged: plan.unchanged.map(({ path }) => path),
    changes: changes.map((change) =>
      "problem" in change ? change : { path: change.path, ...jsonOf(change.diff) },
    ),
  };
}
