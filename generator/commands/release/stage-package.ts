import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { OutputFile } from "../../index.ts";

/** What a package consists of besides what the compiler makes. */
export interface PackageParts {
  /** What `generate` gives for this version. */
  readonly files: readonly OutputFile[];
  readonly built: ReadonlyMap<string, string>;
  readonly changelog: string;
  /** The folders where a licence may lie, the nearest first. */
  readonly folders: readonly string[];
  /** The commit that all this is made from. */
  readonly commit: string;
}

/** The files of the package by path: what its users need, and nothing else. */
export function stagePackage(parts: PackageParts): ReadonlyMap<string, string> {
  const { files, built, changelog, folders, commit } = parts;
  const textOf = (wanted: string): string => files.find(({ path }) => path === wanted)?.text ?? "";
  return new Map([
    ["package.json", manifestText(textOf("package.json"), commit)],
    ["README.md", textOf("README.md")],
    ["CHANGELOG.md", changelog],
    ...licences(folders),
    ...built,
  ]);
}

/**
 * The manifest without what only its makers need. `gitHead` is npm's own member for the commit; npm sets it where it
 * packs a folder of a repository.
 */
function manifestText(text: string, commit: string): string {
  const { scripts: _, devDependencies: __, ...manifest } = JSON.parse(text) as Manifest;
  return `${JSON.stringify({ ...manifest, gitHead: commit }, null, 2)}\n`;
}

interface Manifest {
  readonly scripts?: unknown;
  readonly devDependencies?: unknown;
  readonly [member: string]: unknown;
}

/** A registry shows the licence that lies in the package; the repository has it at its top. */
export function licences(folders: readonly string[]): readonly (readonly [string, string])[] {
  for (const folder of folders) {
    const names = existsSync(folder) ? readdirSync(folder) : [];
    const found = names.filter((name) => /^(?:LICEN[CS]E|NOTICE)(?:\.(?:md|txt))?$/i.test(name));
    if (found.length > 0)
      return found.toSorted().map((name) => [name, readFileSync(join(folder, name), "utf8")]);
  }
  return [];
}
