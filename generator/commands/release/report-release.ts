import { printable } from "../../diagnostics/printable.ts";
import { reasonLines } from "../../diff/verdict.ts";
import { count } from "../report.ts";
import type { Candidate } from "./candidate.ts";
import { tagOf } from "./published-base.ts";
import type { Outcome } from "./release-project.ts";
import type { ReleaseOptions } from "./release-options.ts";

/** What a release did, or would do, for people. Text of documents is printable by now or made so here. */
export function describeRelease(outcome: Outcome, options: ReleaseOptions): string {
  const { name, finished, since, target, candidate } = outcome;
  const lines = finished === undefined ? [] : [finishedLine(outcome, options)];
  if (target === undefined || candidate === undefined)
    return textOf([
      ...lines,
      `${name}: nothing to release since ${since?.base.version ?? "ever"}.`,
    ]);
  const head = `${name} ${target.version}, ${afterWhat(outcome)}`;
  return textOf([
    ...lines,
    options.isDryRun ? `${head} (dry run: nothing is published or written)` : head,
    ...reasonsOf(outcome),
    "",
    ...candidate.entry.trimEnd().split("\n").map(printable),
    "",
    ...packageLines(candidate, options),
    ...checkLines(outcome, candidate),
    ...doneLines(outcome, options),
  ]);
}

function textOf(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}

function finishedLine({ name, finished }: Outcome, { isDryRun }: ReleaseOptions): string {
  const what = tagOf(name, finished?.version ?? "");
  return isDryRun
    ? `${what} is published, but not written down here: that would be done first.`
    : `${what} was published before; it is written down now.`;
}

function afterWhat({ since, target }: Outcome): string {
  if (since === undefined) return "the first release";
  const verdict = since.verdict.package;
  const asks = verdict === "none" ? "no change of the API" : `changes: ${verdict}`;
  const raised = target?.version !== target?.needed ? `, needed: ${target?.needed}` : "";
  return `after ${since.base.version} (${asks}${raised})`;
}

function reasonsOf({ since }: Outcome): readonly string[] {
  return reasonLines(since?.verdict.reasons ?? []).map(
    ({ bump, subject, text }) => `  ${bump} \`${printable(subject)}\`: ${printable(text)}`,
  );
}

function packageLines({ tarball }: Candidate, { isDryRun }: ReleaseOptions): readonly string[] {
  const { files, bytes } = tarball;
  const unpacked = files.reduce((sum, { size }) => sum + size, 0);
  const total = `package: ${count(files.length, "file")}, ${kilobytes(bytes.length)} packed, ${kilobytes(unpacked)} unpacked`;
  if (!isDryRun) return [total];
  const shown = files.filter(({ path }) => !path.endsWith(".map"));
  const maps = count(files.length - shown.length, "source map");
  return [
    total,
    ...shown.map(({ path, size }) => `  ${kilobytes(size).padStart(9)} ${path}`),
    `  and ${maps}`,
  ];
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function checkLines({ since }: Outcome, { calls, uses }: Candidate): readonly string[] {
  const passed = `passed: publint, are the types wrong?, installed, compiled, ${count(calls, "operation")} called`;
  if (uses === undefined || since === undefined) return [passed];
  const last = since.base.version;
  const broken = uses.broken.length;
  if (broken === 0) return [`${passed}, ${count(uses.count, "use")} of ${last} compiled`];
  return [
    passed,
    `no longer compiling: ${broken} of ${count(uses.count, "use")} of ${last}`,
    ...uses.broken.slice(0, 10).map(({ subject }) => `  \`${printable(subject)}\``),
  ];
}

function doneLines(outcome: Outcome, options: ReleaseOptions): readonly string[] {
  const { name, registry, target, publication, recorded } = outcome;
  const what = tagOf(name, target?.version ?? "");
  const where = printable(registry ?? "the registry");
  const how = `in ${where} as ${target?.distTag}${options.provenance ? ", with provenance" : ""}`;
  if (options.isDryRun)
    return [
      ...(options.publishes ? [`would publish ${what} ${how}`] : []),
      ...(options.usesGit ? [`would commit "Release ${what}" and tag it ${what}`] : []),
    ];
  return [
    publication === "not published"
      ? "not published: the next `deckhand release` publishes it"
      : `${publication}: ${what} ${how}`,
    ...(recorded?.commit === undefined ? [] : [`committed: ${recorded.commit.slice(0, 12)}`]),
    ...(recorded?.isTagged === true
      ? [`tagged: ${what}`, "To share it: git push --follow-tags"]
      : []),
  ];
}

/** The same for programs; what there is not is left out. */
export function jsonRelease(outcome: Outcome, options: ReleaseOptions): object {
  const { name, registry, finished, since, target, candidate, publication, recorded } = outcome;
  return {
    package: name,
    registry,
    dryRun: options.isDryRun,
    finished: finished?.version,
    last: since?.base.version,
    verdict: since?.verdict.package,
    reasons: since?.verdict.reasons,
    version: target?.version,
    needed: target?.needed,
    tag: target?.distTag,
    provenance: options.provenance,
    ...jsonCandidate(candidate),
    publication,
    commit: recorded?.commit,
  };
}

function jsonCandidate(candidate: Candidate | undefined): object {
  if (candidate === undefined) return {};
  const { entry, tarball, calls, uses } = candidate;
  const { files, integrity } = tarball;
  return { changelog: entry, files, integrity, checks: { operations: calls, uses } };
}
