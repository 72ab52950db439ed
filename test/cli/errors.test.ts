import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../generator/diagnostics/catalogue.ts";
import type { Severity } from "../../generator/diagnostics.ts";
import { projectRoot, readFiles, temporaryFolder, type TextFile } from "../harness/folders.ts";
import { serveSite, type Site } from "../pull/site.ts";
import { run } from "./run.ts";

/**
 * `test/fixtures/errors/<code>/`: what the user has in the current folder, and what is printed. `arguments.txt` holds
 * the command line, by default `generate --input spec.<json|yaml|md> --output out`. `expected.txt` holds what comes on
 * stderr and the exit code; UPDATE_EXPECTED=1 writes it anew. The folder `out` must stay as it was wherever the exit
 * code is an error. Where there is a folder `site`, it is served, and `http://SITE` stands for its address.
 */
const root = join(projectRoot, "test/fixtures/errors");
const folders = readdirSync(root).toSorted();

/** A newer Node runs what this diagnostic is about. */
const olderNodeOnly = new Set(["config-needs-newer-node"]);
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const stripsTypes = major > 22 || (major === 22 && minor >= 18);

/** What needs a registry or a history cannot be a folder of files; these tests name the codes. */
const shownElsewhere = ["published", "release", "refusals", "steps"]
  .map((name) => join(projectRoot, `test/release/${name}.test.ts`))
  .map((path) => (existsSync(path) ? readFileSync(path, "utf8") : ""))
  .join("\n");

test("every diagnostic of the catalogue has a fixture, or a test of its own", () => {
  const missing = Object.keys(catalogue).filter(
    (code) => !folders.includes(code) && !shownElsewhere.includes(code),
  );
  expect(missing).toEqual([]);
});

test("every fixture is about a diagnostic of the catalogue", () => {
  expect(folders.filter((code) => !Object.hasOwn(catalogue, code))).toEqual([]);
});

describe.each(folders.filter((code) => !(stripsTypes && olderNodeOnly.has(code))))("%s", (code) => {
  test("is printed with its place, its help and its exit code", async () => {
    using folder = temporaryFolder();
    cpSync(join(root, code), folder.path, { recursive: true, verbatimSymlinks: true });
    const before = outputOf(folder.path);
    await using site = await serveFolder(join(folder.path, "site"));
    for (const name of ["deckhand.config.json", "deckhand.lock.json"])
      replaceIn(join(folder.path, name), "http://SITE", site.origin);
    const { exitCode, err } = await run(folder.path, ...argumentsOf(folder.path));
    const printed = `${err.replaceAll(site.origin, "http://SITE")}exit ${exitCode}\n`;
    const expected = join(root, code, "expected.txt");
    if (process.env["UPDATE_EXPECTED"] === "1") writeFileSync(expected, printed);
    expect(printed).toBe(readFileSync(expected, "utf8"));
    expect(printed).toContain(` ${code} `.trimStart());
    if (exitCode !== 0 && before.length > 0) expect(outputOf(folder.path)).toEqual(before);
  });
});

function argumentsOf(folder: string): readonly string[] {
  const file = join(folder, "arguments.txt");
  if (existsSync(file)) return readFileSync(file, "utf8").trim().split(/\s+/);
  const spec = readdirSync(folder).find((name) => name.startsWith("spec."));
  return ["generate", "--input", spec ?? "spec.json", "--output", "out"];
}

function serveFolder(folder: string): Promise<Site> {
  const files = isFolder(folder) ? readFiles(folder) : [];
  return serveSite(Object.fromEntries(files.map(({ path, text }) => [`/${path}`, text])));
}

function replaceIn(path: string, from: string, to: string): void {
  if (!existsSync(path)) return;
  writeFileSync(path, readFileSync(path, "utf8").replaceAll(from, to));
}

function outputOf(folder: string): readonly TextFile[] {
  return isFolder(join(folder, "out")) ? readFiles(join(folder, "out")) : [];
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

test("docs/diagnostics.md has a row for every diagnostic, with its severity and exit code", () => {
  const page = readFileSync(join(projectRoot, "docs/diagnostics.md"), "utf8");
  const rows = [...page.matchAll(/^\| `([a-z-]+)` +\| (\w+) +\| (\d?) +\|/gm)];
  const documented = rows.map(([, code, severity, exit]) => ({ code, severity, exit }));
  const known = Object.entries(catalogue).map(([code, row]: [string, Row]) => ({
    code,
    severity: row.severity === "info" ? "note" : row.severity,
    exit: row.severity === "error" ? String(row.exit ?? 4) : "",
  }));
  expect(documented).toEqual(known);
});

interface Row {
  readonly severity: Severity;
  readonly exit?: number;
}
