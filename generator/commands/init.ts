import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, writeFileSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { Diagnostics, type ExitCode, fail } from "../diagnostics.ts";
import { displayName, toUrl } from "../load/address.ts";
import { loadDocuments } from "../load/load.ts";
import { reportingErrors } from "../write/errors.ts";
import { makeFolder } from "../write/make-folder.ts";
import { writeFileWhole } from "../write/write-file.ts";
import type { Command, Invocation } from "./command.ts";
import { findConfig } from "./config/read-config.ts";
import type { Crashed } from "./command.ts";
import { generateCommand } from "./generate.ts";
import { type Answers, collectAnswers } from "./init/answers.ts";
import { configText, documentPath, hookFile, SCRIPTS, withScripts } from "./init/project-files.ts";

/** `deckhand init`: from a document to a configuration, an SDK, scripts and a hook. Never overwrites a file. */
export const initCommand: Command = {
  arguments: [["[document]", "the OpenAPI document: a path or a URL"]],
  options: [
    ["--output <folder>", "the folder for the SDK (default: generated)"],
    ["--package <name>", "make the SDK an npm package of this name"],
    ["--hook <kind>", "refuse commits with a drifted SDK: git, husky, lefthook or none"],
  ],
  async run(invocation) {
    const { folder } = invocation.terminal;
    refuseConfigured(folder);
    const answers = await collectAnswers(invocation);
    const { input, files } = await planDocument(answers.document, folder);
    const planned = [...files, ...planRest({ ...answers, document: input }, folder)];
    for (const { path } of planned) refuseExisting(path, folder);
    for (const file of planned) writeNew(file, folder);
    const scripts = addScripts(folder);
    if (!invocation.quiet && !invocation.json) report(invocation, planned, scripts);
    return generateHere(invocation);
  },
};

interface NewFile {
  /** Relative to the folder, or absolute. */
  readonly path: string;
  readonly text: string;
  readonly executable?: boolean;
}

function refuseConfigured(folder: string): void {
  const path = findConfig(folder);
  if (path !== undefined) fail("already-there", undefined, { path: relative(folder, path) });
}

function refuseExisting(path: string, folder: string): void {
  if (existsSync(resolve(folder, path))) fail("already-there", undefined, { path });
}

/**
 * Reads the document, so that nothing is written for one that can not be used. A document from the network is kept, as
 * long as it stands alone: generating then needs no network.
 */
async function planDocument(
  document: string,
  folder: string,
): Promise<{ readonly input: string; readonly files: readonly NewFile[] }> {
  const url = toUrl(document, folder);
  const { entry, sources } = await loadDocuments(document, {
    folder,
    diagnostics: new Diagnostics(),
  });
  if (url.protocol === "file:") {
    const path = relative(folder, resolve(folder, document)).split(sep).join("/");
    return { input: path, files: [] };
  }
  // A password in the address is nothing to be committed.
  if (sources.size > 1) return { input: displayName(url, folder), files: [] };
  const path = documentPath(url, entry.text);
  return { input: path, files: [{ path, text: entry.text }] };
}

function planRest(
  { document: input, output, package: name, hook }: Answers,
  folder: string,
): readonly NewFile[] {
  const config = { path: "deckhand.config.ts", text: configText({ input, output, package: name }) };
  if (hook === "none") return [config];
  const hooks = hook === "git" ? gitHooks(folder) : "";
  return [config, { ...hookFile(hook, hooks), executable: hook !== "lefthook" }];
}

/** Where git looks for hooks, which core.hooksPath may have moved. */
function gitHooks(folder: string): string {
  const { status, stdout } = spawnSync("git", ["rev-parse", "--git-path", "hooks"], {
    cwd: folder,
    encoding: "utf8",
  });
  if (status !== 0) fail("staged-unavailable", undefined, { reason: "not a git repository" });
  return stdout.trim();
}

/** The flag `wx` makes the file system refuse what exists by now. */
function writeNew({ path, text, executable }: NewFile, folder: string): void {
  const file = resolve(folder, path);
  reportingErrors(path, () => {
    makeFolder(dirname(file));
    writeFileSync(file, text, { flag: "wx" });
    if (executable === true) chmodSync(file, 0o755);
  });
}

/** True when `package.json` has them now. */
function addScripts(folder: string): boolean {
  const text = withScripts(folder);
  if (text === undefined) return false;
  writeFileWhole({ path: resolve(folder, "package.json"), name: "package.json" }, text);
  return true;
}

function report({ terminal }: Invocation, files: readonly NewFile[], scripts: boolean): void {
  const lines = files.map(({ path }) => `${path} written\n`);
  if (scripts) lines.push(`package.json has the scripts ${Object.keys(SCRIPTS).join(", ")}\n`);
  terminal.out(lines.join(""));
}

function generateHere(invocation: Invocation): Promise<ExitCode | Crashed> {
  return generateCommand.run({ ...invocation, arguments: [], options: {} });
}
