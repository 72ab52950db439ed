import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Diagnostics, fail } from "../diagnostics.ts";
import { loadExcerpts } from "../load/excerpts/load-excerpts.ts";
import { mergeExcerpts } from "../load/excerpts/merge-excerpts.ts";
import { defaultNetworkPolicy } from "../load/network/policy.ts";
import { writeFileWhole } from "../write/write-file.ts";
import { type Command, type Invocation, optionText } from "./command.ts";
import { count, printDiagnostics, printJson } from "./report.ts";

/** `deckhand extract`: the OpenAPI document that docs pages show in pieces, as one JSON file. */
export const extractCommand: Command = {
  arguments: [["<pages...>", "docs pages in Markdown, or folders of them"]],
  options: [["--output <file>", "the JSON file to write"]],
  async run(invocation) {
    const { terminal } = invocation;
    const output = optionText(invocation, "output");
    if (output === undefined) return fail("wrong-usage", undefined, NO_OUTPUT);
    const diagnostics = new Diagnostics();
    const context = { folder: terminal.folder, network: defaultNetworkPolicy, diagnostics };
    const excerpts = await loadExcerpts(invocation.arguments, context);
    if (excerpts.length === 0)
      fail("no-excerpts", undefined, { inputs: invocation.arguments.join(", ") });
    const path = resolve(terminal.folder, output);
    refuseForeign(path, output);
    const changed = writeFileWhole(
      { path, name: output },
      `${JSON.stringify(mergeExcerpts(excerpts, diagnostics), null, 2)}\n`,
    );
    report(invocation, { output, excerpts: excerpts.length, changed }, diagnostics);
    return 0;
  },
};

const NO_OUTPUT = {
  problem: "There is no file to write the document to",
  help: "Add --output FILE.",
};

/** A slip such as `--output package.json` must not cost a file: only OpenAPI documents are replaced. */
function refuseForeign(path: string, shown: string): void {
  if (!existsSync(path) || /"(?:openapi|swagger)"\s*:/.test(readFileSync(path, "utf8"))) return;
  fail("foreign-file", undefined, { path: shown });
}

interface Extracted {
  readonly output: string;
  readonly excerpts: number;
  readonly changed: boolean;
}

function report(
  { terminal, quiet, json }: Invocation,
  extracted: Extracted,
  { list }: Diagnostics,
): void {
  if (json)
    return printJson(terminal, {
      command: "extract",
      exitCode: 0,
      diagnostics: list,
      ...extracted,
    });
  printDiagnostics(terminal, list, quiet);
  if (quiet) return;
  const { output, excerpts, changed } = extracted;
  terminal.out(
    `${output} ${changed ? "written" : "is up to date"}: ${count(excerpts, "excerpt")}\n`,
  );
}
