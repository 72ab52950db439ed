import { resolve } from "node:path";
import { Diagnostics, type ExitCode, exitCodeOf, fail } from "../diagnostics.ts";
import { compareDocuments } from "./diff/compare-documents.ts";
import { jsonOf } from "./diff/json.ts";
import { findProject } from "./diff/project.ts";
import { loadSide, subjectOf } from "./diff/load-side.ts";
import { writePage } from "./diff/write-page.ts";
import { formatDiff } from "../diff/show/terminal.ts";
import { formatMarkdown } from "../diff/show/markdown.ts";
import type { Diff } from "../diff/diff.ts";
import { type Command, type Invocation, optionText } from "./command.ts";
import { printDiagnostics, printJson } from "./report.ts";

const FAIL_ON = ["breaking", "any"] as const;
type FailOn = (typeof FAIL_ON)[number];

/** `deckhand diff`: what changed between two documents, for the wire and for programs, and what version that makes. */
export const diffCommand: Command = {
  arguments: [
    ["<old>", "the old one: a file, a URL, REVISION:PATH of git, or a published NAME@VERSION"],
    ["<new>", "the new one, named in the same ways"],
  ],
  options: [
    [
      "--config <file>",
      "the configuration whose SDK is compared (default: the one here, if it is about NEW)",
    ],
    ["--markdown", "print Markdown, for a pull request"],
    ["--html <file>", "write one self-contained page as well"],
    ["--fail-on <severity>", "exit with 1 on a `breaking` change, or on `any`"],
  ],
  async run(invocation) {
    const failOn = readFailOn(invocation);
    const [oldInput = "", newInput = ""] = invocation.arguments;
    const diagnostics = new Diagnostics();
    const { folder } = invocation.terminal;
    const config = optionText(invocation, "config");
    const project = await findProject(subjectOf(newInput, folder), folder, config);
    const context = { folder, project, diagnostics };
    const old = await loadSide(oldInput, context);
    const newer = await loadSide(newInput, context);
    const diff = await compareDocuments({ old, new: newer, folder, config }, diagnostics);
    const page = optionText(invocation, "html");
    if (page !== undefined) writePage({ path: resolve(folder, page), name: page }, diff);
    const exitCode = exitCodeOf(diagnostics.list) || failing(diff, failOn);
    show(invocation, diff, diagnostics, exitCode);
    return exitCode;
  },
};

function readFailOn(invocation: Invocation): FailOn | undefined {
  const given = optionText(invocation, "failOn");
  if (given === undefined) return undefined;
  const known = FAIL_ON.find((one) => one === given);
  if (known !== undefined) return known;
  return fail("wrong-option-value", undefined, {
    option: "--fail-on",
    value: given,
    expected: FAIL_ON,
  });
}

/** `breaking` is whatever makes a major version, on the wire or of the package. */
function failing({ verdict }: Diff, failOn: FailOn | undefined): ExitCode {
  const both = [verdict.wire, verdict.package];
  if (failOn === "breaking") return both.includes("major") ? 1 : 0;
  return failOn === "any" && verdict.package !== "none" ? 1 : 0;
}

function show(
  { terminal, json, quiet, options }: Invocation,
  diff: Diff,
  { list }: Diagnostics,
  exitCode: ExitCode,
): void {
  if (json)
    return printJson(terminal, { command: "diff", exitCode, ...jsonOf(diff), diagnostics: list });
  // What else is odd in the documents is for `check` to say.
  const said = list.filter(({ code }) => code === "same-document");
  printDiagnostics(terminal, said, quiet);
  printDiagnostics(terminal, list, true);
  if (options["markdown"] === true) terminal.out(formatMarkdown(diff));
  else if (!quiet) terminal.out(formatDiff(diff, terminal.outColors));
}
