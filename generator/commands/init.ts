import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, writeFileSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { Diagnostics, type ExitCode, fail } from "../diagnostics.ts";
import { isWebAddress, toUrl } from "../load/address.ts";
import { loadDocuments } from "../load/load.ts";
import type { SourceConfig } from "../options.ts";
import { reportingErrors } from "../write/errors.ts";
import { makeFolder } from "../write/make-folder.ts";
import { writeFileWhole } from "../write/write-file.ts";
import type { Command, Crashed, Invocation } from "./command.ts";
import { findConfig } from "./config/read-config.ts";
import { generateCommand } from "./generate.ts";
import { type Answers, collectAnswers } from "./init/answers.ts";
import { firstPull } from "./init/first-pull.ts";
import { configText, hookFile, scriptsFor, withScripts } from "./init/project-files.ts";

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
    const found = await findDocument(answers.document, invocation);
    const files = planFiles(answers, found, folder);
    for (const { path } of files) refuseExisting(path, folder);
    found.write();
    for (const file of files) writeNew(file, folder);
    const scripts = addScripts(folder, scriptsFor(found.source !== undefined));
    if (!invocation.quiet && !invocation.json) report(invocation, files, scripts);
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

/** The document that the project is about. */
interface FoundDocument {
  readonly input: string;
  /** Where it is pulled from; undefined for a file. */
  readonly source: SourceConfig | undefined;
  readonly eventsPage: string | undefined;
  /** Writes what comes from the web. */
  readonly write: () => void;
}

/** Reads the document, so that nothing is written for one that can not be used. */
async function findDocument(document: string, invocation: Invocation): Promise<FoundDocument> {
  const { folder } = invocation.terminal;
  const url = toUrl(document, folder);
  if (isWebAddress(url.href)) {
    const { source, eventsPage, write } = await firstPull(url, invocation);
    refuseExisting(source.to, folder);
    return { input: source.to, source, eventsPage, write };
  }
  await loadDocuments(document, { folder, diagnostics: new Diagnostics() });
  const input = relative(folder, resolve(folder, document)).split(sep).join("/");
  return { input, source: undefined, eventsPage: undefined, write: () => {} };
}

function planFiles(
  { output, package: name, hook }: Answers,
  { input, source, eventsPage }: FoundDocument,
  folder: string,
): readonly NewFile[] {
  const text = configText({ input, output, package: name, eventsPage, source });
  const config = { path: "deckhand.config.ts", text };
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

/** The names of those that `package.json` has now. */
function addScripts(folder: string, scripts: Readonly<Record<string, string>>): readonly string[] {
  const text = withScripts(folder, scripts);
  if (text === undefined) return [];
  writeFileWhole({ path: resolve(folder, "package.json"), name: "package.json" }, text);
  return Object.keys(scripts);
}

function report(
  { terminal }: Invocation,
  files: readonly NewFile[],
  scripts: readonly string[],
): void {
  const lines = files.map(({ path }) => `${path} written\n`);
  if (scripts.length > 0) lines.push(`package.json has the scripts ${scripts.join(", ")}\n`);
  terminal.out(lines.join(""));
}

function generateHere(invocation: Invocation): Promise<ExitCode | Crashed> {
  return generateCommand.run({ ...invocation, arguments: [], options: {} });
}
