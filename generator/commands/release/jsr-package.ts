import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fail } from "../../diagnostics.ts";
import { memberOf } from "../../json-value.ts";
import { type Run, runPipeline } from "../run-pipeline.ts";
import type { Project } from "./project.ts";
import { licences } from "./stage-package.ts";

/** What tells a folder of ours, and what JSR reads. */
const MANIFEST = "jsr.json";

/** What a version for JSR is made of besides its sources. */
export interface JsrFacts {
  readonly version: string;
  readonly changelog: string;
}

/** Diagnostic: `wrong-option-value` where no name fits, for JSR knows only names with a scope. */
export function jsrName({ package: { name, jsr } }: Project): string {
  const own = jsr ?? name;
  if (/^@[a-z0-9-]+\/[a-z0-9-]+$/.test(own)) return own;
  return fail("wrong-option-value", undefined, {
    option: "--jsr",
    value: own,
    expected: ["a package whose `package.jsr` or `package.name` has a scope, such as @deck/sdk"],
  });
}

/**
 * Writes a version as JSR takes it, for `npx jsr publish` to publish from there: the sources, which name each other as
 * they are called, and `jsr.json`. A folder that was written before is written anew. Diagnostic: `foreign-file`.
 */
export async function writeForJsr(
  project: Project,
  facts: JsrFacts,
  folder: string,
): Promise<void> {
  const name = jsrName(project);
  const { settings, folder: from, npmFolder, repository } = project;
  const config = { ...settings.config, importExtension: ".ts" as const };
  const run = await runPipeline({ ...settings, config }, from, facts.version);
  const files = new Map([
    [MANIFEST, manifestText(name, facts.version, run)],
    ...run.files
      .filter(({ path }) => path.startsWith("src/") || path === "README.md")
      .map(({ path, text }) => [path, text] as const),
    ["CHANGELOG.md", facts.changelog],
    ...licences([settings.output.path, npmFolder, repository.root]),
  ]);
  writeAnew(resolve(from, folder), files, folder);
}

function manifestText(name: string, version: string, { files }: Run): string {
  const text = files.find(({ path }) => path === "package.json")?.text ?? "{}";
  const manifest: unknown = JSON.parse(text);
  const license = memberOf(manifest, "license");
  const jsr = {
    name,
    version,
    ...(typeof license === "string" ? { license } : {}),
    exports: exportsOf(memberOf(manifest, "exports")),
  };
  return `${JSON.stringify(jsr, null, 2)}\n`;
}

/** `./dist/webhooks.d.ts` was `./src/webhooks.ts`. */
function exportsOf(exported: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(exported ?? {}).flatMap(([subpath, target]) => {
    const types = memberOf(target, "types");
    const stem = typeof types === "string" ? /^\.\/dist\/(.*)\.d\.ts$/.exec(types)?.[1] : undefined;
    return stem === undefined ? [] : [[subpath, `./src/${stem}.ts`] as const];
  });
  return Object.fromEntries(entries);
}

function writeAnew(folder: string, files: ReadonlyMap<string, string>, shown: string): void {
  const before = existsSync(folder) ? readdirSync(folder) : [];
  const stranger = before.includes(MANIFEST) ? undefined : before[0];
  if (stranger !== undefined) fail("foreign-file", undefined, { path: join(shown, stranger) });
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
